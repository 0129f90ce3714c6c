import { describe, expect, test } from 'vitest';
import type { StepPerformer, StepPlace, StepVerification } from '../../scripts/model/migration.ts';
import { REASON_CODES } from '../../scripts/decide/offer.ts';
import {
  wordClientError,
  wordLicenseError,
  wordReason,
  wordVerification,
} from '../../scripts/wording/word-client-code.ts';
import type { JsValue } from '../onec/index.ts';
import { onTheWire } from './on-the-wire.ts';
import { coreModule, loadCore } from './program.ts';
import { listOf, textOf, type Members } from './values.ts';

const program = (language: 'ru' | 'en') => loadCore(['ВыпускСообщения'], { platform: { language } });
const programs = { ru: program('ru'), en: program('en') };
const LANGUAGES = ['ru', 'en'] as const;

const say = (language: 'ru' | 'en', method: string, value: JsValue): string =>
  textOf(programs[language].call('ВыпускСообщения', method, [value]).value);
const told = (language: 'ru' | 'en', code: string, args: Members): string =>
  say(language, 'ТекстПрепятствия', { Код: code, Аргументы: args });

/** Codes of a list with the names of their values, as the comments beside them say. */
const listedIn = (module: string): readonly (readonly [code: string, names: readonly string[]])[] =>
  [...coreModule(module).text.matchAll(/Коды\.Добавить\("([\w-]+)"\);(?: \/\/ ([\w, ]+))?/g)].map(
    ([, code = '', names = '']) => [code, names.split(',').flatMap((name) => name.trim() || [])],
  );

const CODES = [
  ...new Map(
    ['ВыпускОтказы', 'ВыпускРешение', 'ВыпускУстановка', 'ВыпускИдентификаторы']
      .flatMap(listedIn)
      .map((row) => [row[0], row]),
  ).values(),
];

/** Phrases by key, with the names of the values that they show. */
const PHRASES = [
  ...coreModule('ВыпускСообщения').text.matchAll(/Тексты\.Вставить\("([\w?-]+)", НСтр\(\n([\s\S]*?)"\)\);/g),
].map(([, key = '', text = '']) => ({
  key,
  shown: [...new Set([...text.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name))],
}));

const valuesOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `<${name}>`]));

describe('every code has a sentence in both languages', () => {
  test.each(CODES)('%s', (code, names) => {
    const [russian, english] = LANGUAGES.map((language) => told(language, code, valuesOf(names)));
    expect(russian).toMatch(/[а-я]{3,}.*\.$/u);
    expect(english).toMatch(/^[^а-яА-Я]*(?:БСП[^а-яА-Я]*)?\.$/u);
    expect(`${russian}${english}`).not.toMatch(/[[\]]/);
  });

  test('codes of reasons and refusals are all there', () => {
    const known = CODES.map(([code]) => code);
    expect(REASON_CODES.filter((code) => !known.includes(code))).toEqual([]);
    const refusals = listOf(loadCore(['ВыпускОтказы']).call('ВыпускОтказы', 'КодыОтказов').value);
    expect(refusals.map(textOf).filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('every value that a sentence shows is one that its code brings', () => {
  const extra: Readonly<Record<string, readonly string[]>> = {
    'fetch-failed': ['computer', 'proxy'],
    conflict: ['reason'],
    'conflict-warn': ['name', 'reason'],
    'note-old': ['signed'],
    'note-too-old': ['version'],
    'note-vendor': ['name', 'contact'],
    'note-withdrawn': ['reason', 'replacement'],
    'report-example': ['row'],
  };
  /** Phrases that belong to no list of codes: what their callers give to a whole group. */
  const GROUPS: Readonly<Record<string, readonly string[]>> = {
    'note-near-': ['configurations', 'shared'],
    'report-': ['count'],
  };
  test.each(PHRASES)('$key', ({ key, shown }) => {
    const [code = '', ...needed] = key.split('?');
    const names = CODES.find(([listed]) => listed === code)?.[1] ?? ['text'];
    const group = Object.keys(GROUPS).find((prefix) => code.startsWith(prefix)) ?? '';
    const brought = [...names, ...(extra[code] ?? []), ...(GROUPS[group] ?? [])];
    expect([...shown, ...needed].filter((name) => !brought.includes(name))).toEqual([]);
  });
});

/** What the site and the command line say, in the same letters. */
const plain = ({ message, cure }: { readonly message: string; readonly cure: string }): string =>
  `${message} ${cure}`.replaceAll('ё', 'е');

describe('the installer says what the site and the command line say', () => {
  const variants: readonly (readonly [string, string])[] = [
    ['configuration-unsupported', 'range'],
    ['license-window-ended', 'updatesUntil'],
    ['license-window-ended', 'open'],
    ['rollout-waiting', 'pausedAt'],
    ['ssl-too-old', 'ssl'],
    ['step-required', 'step'],
    ['withdrawn', 'replacement'],
    ['conflict', 'en'],
  ];
  const rows = [...REASON_CODES.map((code) => [code, ''] as const), ...variants].flatMap(([code, left]) =>
    (code === 'conflict' ? ['refuse', 'warn'] : ['']).map((action) => [code, left, action] as const),
  );

  test.each(rows)('%s without «%s» %s', (code, left, action) => {
    const reason = REASON_CODES.find((known) => known === code);
    const names = CODES.find(([listed]) => listed === code)?.[1] ?? [];
    const given = valuesOf(names.filter((name) => name !== left));
    const args = action === '' ? given : { ...given, action };
    for (const language of LANGUAGES) {
      const expected = reason && plain(wordReason({ code: reason, args }, language));
      expect(say(language, 'ТекстПричины', { Код: code, Аргументы: args })).toBe(expected);
    }
  });

  test.each([
    ['license-key-mistyped', wordLicenseError({ code: 'license-key-mistyped', args: {} }, 'ru')],
    ['clock-behind', wordVerification({ code: 'clock-behind', args: { now: 'а', signed: 'б' } }, 'ru')],
    [
      'release-withdrawn',
      wordClientError({ code: 'release-withdrawn', args: { id: 'x', version: '1' } }, 'ru'),
    ],
  ])('%s', (code, wording) => {
    const args = { now: 'а', signed: 'б', id: 'x', version: '1' };
    expect(say('ru', 'ТекстОтказа', { Код: code, Аргументы: args })).toBe(plain(wording));
  });
});

describe('values come from strangers', () => {
  test.each([
    ['[symbol] [position]', 'a value that looks like a place for another'],
    ["%1 %% ''", 'marks of other templates'],
  ])('%j is shown as it is — %s', (text) => {
    expect(told('ru', 'platform-error', { text, symbol: 'нет' })).toContain(text);
  });

  test('control characters and marks that turn the text round become spaces', () => {
    expect(told('ru', 'platform-error', { text: 'а\u0007\n\u202eб' })).toContain(': а   б.');
  });

  test('an endless value is cut', () => {
    expect(told('ru', 'platform-error', { text: 'а'.repeat(100_000) }).length).toBeLessThan(1300);
  });

  test('a code of a later version is shown itself', () => {
    expect(told('ru', 'of-the-future', {})).toBe('of-the-future');
  });
});

test.each([
  ['network', 'нет связи'],
  ['cut', 'оборвался'],
  ['redirect to http', 'не туда'],
  ['status 500', '(status 500)'],
])('a failed download «%s» is told in words', (reason, words) => {
  const args = { name: 'timestamp.json', reason, computer: 'srv', proxy: '' };
  const text = say('ru', 'ТекстОтказа', { Код: 'fetch-failed', Аргументы: args });
  expect(text).toContain(words);
  expect(text).toContain('компьютеру srv разрешен доступ в Интернет (прокси: не задан)');
});

test.each([
  ['not-needed', '', 'Расширение А записалось, но не подключилось: б. Передайте этот текст издателю.'],
  ['restored', '', 'Прежняя версия возвращена'],
  ['removed', '', 'база прежняя'],
  ['failed', 'занято', 'Вернуть прежнее не удалось: занято.'],
])('an outcome tells what became of the infobase: %s', (rollback, text, words) => {
  const outcome = {
    Код: 'not-attached',
    Аргументы: { name: 'А', text: 'б' },
    Откат: rollback,
    ТекстОтката: text,
  };
  expect(say('ru', 'ТекстИсхода', outcome)).toContain(words);
});

test('what remains to be done by hand', () => {
  const left = (release: unknown) =>
    listOf(programs.ru.call('ВыпускСообщения', 'ЧтоОсталосьСделать', [onTheWire(release)]).value);
  expect(left({})).toHaveLength(1);
  expect(left({ install: { safeMode: false } })).toHaveLength(1);
  const all = left({ install: { publish: ['httpServices', 'clientAccess', 'later'] } }).map(textOf);
  expect(all).toEqual([
    expect.stringContaining('Перезапустите') as unknown,
    expect.stringContaining('HTTP-сервисы') as unknown,
    expect.stringContaining('клиентских приложений') as unknown,
    'later',
  ]);
});

describe('a step of a guide', () => {
  const places: Readonly<Record<StepPlace, true>> = { working: true, copy: true };
  const performers: Readonly<Record<StepPerformer, true>> = { administrator: true, user: true, vendor: true };
  const verifications: Readonly<Record<StepVerification, true>> = {
    'module-absent': true,
    'module-present': true,
    'extension-installed': true,
    'identifiers-loaded': true,
  };

  test.each([
    ...Object.keys(places).map((place) => `walk-where-${place}`),
    ...Object.keys(performers).map((performer) => `walk-who-${performer}`),
  ])('%s has words', (code) => {
    expect(say('ru', 'ТекстПереезда', code)).toMatch(/^[а-я ]+$/);
    expect(say('en', 'ТекстПереезда', code)).toMatch(/^[a-z ]+$/);
  });

  test.each(Object.keys(verifications))('what to do when %s was not seen', (verify) => {
    const refusal = { Код: 'migration-step-unverified', Аргументы: { step: 'x', verify } };
    expect(say('ru', 'ТекстОтказа', refusal)).toMatch(/[а-я]+\. .*\.$/u);
    expect(say('en', 'ТекстОтказа', refusal)).toMatch(/^[^а-я]+\. .*\.$/);
  });
});
