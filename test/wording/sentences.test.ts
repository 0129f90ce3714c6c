import { describe, expect, test } from 'vitest';
import type { ProblemArgs } from '../../scripts/model/problem.ts';
import { CFE_ERRORS_EN } from '../../scripts/wording/en/cfe-errors.ts';
import { CFE_WARNINGS_EN } from '../../scripts/wording/en/cfe-warnings.ts';
import { FILE_CHECKS_EN } from '../../scripts/wording/en/checks-files.ts';
import { HISTORY_CHECKS_EN } from '../../scripts/wording/en/checks-history.ts';
import { RELEASE_CHECKS_EN } from '../../scripts/wording/en/checks-releases.ts';
import { CLIENT_ERRORS_EN } from '../../scripts/wording/en/client.ts';
import { LICENSES_EN } from '../../scripts/wording/en/licenses.ts';
import { DESTINATION_EN } from '../../scripts/wording/en/destination.ts';
import { LICENSING_EN } from '../../scripts/wording/en/licensing.ts';
import { NOTES_EN } from '../../scripts/wording/en/notes.ts';
import { REASONS_EN } from '../../scripts/wording/en/reasons.ts';
import { KEY_ERRORS_EN, PUBLISH_REFUSALS_EN } from '../../scripts/wording/en/signing.ts';
import { SOURCE_EN, SOURCE_ERRORS_EN } from '../../scripts/wording/en/source.ts';
import { VERIFICATION_EN } from '../../scripts/wording/en/verification.ts';
import { CFE_ERRORS_RU } from '../../scripts/wording/ru/cfe-errors.ts';
import { CFE_WARNINGS_RU } from '../../scripts/wording/ru/cfe-warnings.ts';
import { FILE_CHECKS_RU } from '../../scripts/wording/ru/checks-files.ts';
import { HISTORY_CHECKS_RU } from '../../scripts/wording/ru/checks-history.ts';
import { RELEASE_CHECKS_RU } from '../../scripts/wording/ru/checks-releases.ts';
import { CLIENT_ERRORS_RU } from '../../scripts/wording/ru/client.ts';
import { LICENSES_RU } from '../../scripts/wording/ru/licenses.ts';
import { DESTINATION_RU } from '../../scripts/wording/ru/destination.ts';
import { LICENSING_RU } from '../../scripts/wording/ru/licensing.ts';
import { NOTES_RU } from '../../scripts/wording/ru/notes.ts';
import { REASONS_RU } from '../../scripts/wording/ru/reasons.ts';
import { KEY_ERRORS_RU, PUBLISH_REFUSALS_RU } from '../../scripts/wording/ru/signing.ts';
import { SOURCE_ERRORS_RU, SOURCE_RU } from '../../scripts/wording/ru/source.ts';
import { VERIFICATION_RU } from '../../scripts/wording/ru/verification.ts';
import { say, sayReason, type Wording } from '../../scripts/wording/wording.ts';

/** Each sentence takes the arguments of its own code; here all are asked with whatever they ask for. */
type Table = Readonly<Record<string, (args: ProblemArgs) => Wording>>;

const TABLES: readonly (readonly [room: string, ru: object, en: object])[] = [
  ['1C files: errors', CFE_ERRORS_RU, CFE_ERRORS_EN],
  ['1C files: warnings', CFE_WARNINGS_RU, CFE_WARNINGS_EN],
  ['checks of releases', RELEASE_CHECKS_RU, RELEASE_CHECKS_EN],
  ['checks of files', FILE_CHECKS_RU, FILE_CHECKS_EN],
  ['checks of history', HISTORY_CHECKS_RU, HISTORY_CHECKS_EN],
  ['client', CLIENT_ERRORS_RU, CLIENT_ERRORS_EN],
  ['licences', LICENSES_RU, LICENSES_EN],
  ['selling licences', LICENSING_RU, LICENSING_EN],
  ['publishing', DESTINATION_RU, DESTINATION_EN],
  ['notes', NOTES_RU, NOTES_EN],
  ['reasons', REASONS_RU, REASONS_EN],
  ['keys', KEY_ERRORS_RU, KEY_ERRORS_EN],
  ['publishing', PUBLISH_REFUSALS_RU, PUBLISH_REFUSALS_EN],
  ['manifests', SOURCE_RU, SOURCE_EN],
  ['reading files', SOURCE_ERRORS_RU, SOURCE_ERRORS_EN],
  ['verification', VERIFICATION_RU, VERIFICATION_EN],
];

/** Args that have whatever a sentence asks for, and remember what that was. */
function anyArgs(value: (name: string) => ProblemArgs[string]): { args: ProblemArgs; asked: Set<string> } {
  const asked = new Set<string>();
  const args: ProblemArgs = new Proxy<ProblemArgs>(
    {},
    {
      get: (_target, name) => {
        asked.add(String(name));
        return value(String(name));
      },
    },
  );
  return { args, asked };
}

/** A value that shows where it came from; of `reason`, a code that the rooms know which pass it on. */
const sample = (name: string): string => (name === 'reason' ? 'html' : `<${name}>`);

const sentences = (TABLES as readonly (readonly [string, Table, Table])[]).flatMap(([room, ru, en]) =>
  Object.keys(ru).map((code) => [`${room}: ${code}`, ru[code], en[code]] as const),
);

/** They pass on what another room found, by its own codes. */
const PASSING_ON = /file-unreadable|file-odd|file-refused/;

describe('every code has a sentence that stands by itself', () => {
  test.each(sentences.filter(([name]) => !PASSING_ON.test(name)))('%s', (_name, ru, en) => {
    for (const [word, letters] of [
      [ru, /[а-яё]{3}/i],
      [en, /[a-z]{3}/i],
    ] as const) {
      const wording = word?.(anyArgs(sample).args);
      expect(wording?.message).toMatch(letters);
      expect(`${wording?.message ?? ''} ${wording?.cure ?? ''}`).not.toMatch(/undefined|\[object|\n|\s\s/);
    }
  });

  test.each(sentences)('%s says the same in both languages', (_name, ru, en) => {
    const [inRussian, inEnglish] = [anyArgs((name) => `<${name}>`), anyArgs((name) => `<${name}>`)];
    ru?.(inRussian.args);
    en?.(inEnglish.args);
    expect([...inRussian.asked].sort()).toEqual([...inEnglish.asked].sort());
  });

  test.each(sentences)('%s is silent about values that are absent', (_name, ru, en) => {
    for (const word of [ru, en]) expect(JSON.stringify(word?.({}))).not.toMatch(/undefined|null|NaN/);
  });
});

test('English sentences hold no Russian but names of 1C', () => {
  const names = /БСП|«Версия»|Метаданные\.Имя|ПРОФ/g;
  const russian = sentences
    .map(([name, , en]) => [name, JSON.stringify(en?.({})).replace(names, '')] as const)
    .filter(([, text]) => /[а-яё]/i.test(text));
  expect(russian).toEqual([]);
});

test('codes of manifests and of checks do not collide', () => {
  const checks = [RELEASE_CHECKS_RU, FILE_CHECKS_RU, HISTORY_CHECKS_RU].flatMap((table) =>
    Object.keys(table),
  );
  expect(Object.keys(SOURCE_RU).filter((code) => checks.includes(code))).toEqual([]);
  expect(new Set(checks).size).toBe(checks.length);
});

test.each([
  [say`a ${'b'} c`, 'a b c', 'text'],
  [say`a ${7}`, 'a 7', 'a number'],
  [say`a ${['b', 'c']}`, 'a b, c', 'a list'],
  [say`a ${undefined}b`, 'a b', 'nothing'],
])('say fills in %#: %s', (text, expected) => {
  expect(text).toBe(expected);
});

describe('sayReason', () => {
  test('hands over to the sentence of another room', () => {
    expect(sayReason(NOTES_EN, { reason: 'html', markup: '<b>' }).message).toBe('HTML in notes: <b>.');
  });

  test.each(['constructor', '__proto__', 'toString', 'no-such-code'])(
    'shows an unknown code as it is: %s',
    (reason) => {
      expect(sayReason(NOTES_EN, { reason })).toEqual({ message: reason, cure: '' });
    },
  );
});
