import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../scripts/checks/index.ts';
import { LOCALES } from '../../scripts/model/text.ts';
import { formatProblems } from '../../scripts/wording/index.ts';
import { checkFixture, FIXTURES } from './fixture.ts';

const EXPECTED = { ru: 'expected.txt', en: 'expected.en.txt' } as const;

describe.each(RULES.map(({ code }) => code))('%s', (code) => {
  test('the good tree has no problems at all', async () => {
    const { problems, sourceProblems } = await checkFixture(code, 'good');
    expect([...sourceProblems, ...problems]).toEqual([]);
  });

  test('the bad tree has this problem and no other', async () => {
    const { problems, sourceProblems } = await checkFixture(code, 'bad');
    expect(sourceProblems).toEqual([]);
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code]);
  });

  test.each(LOCALES)('says so in words that a person can act on (%s)', async (locale) => {
    const { problems, textOf } = await checkFixture(code, 'bad');
    const report = formatProblems(problems, { textOf, folder: 'releases/' }, locale);
    await expect(report).toMatchFileSnapshot(path.join(FIXTURES, code, 'bad', EXPECTED[locale]));
  });
});

test.each(RULES.map(({ code }) => code))('%s has both fixtures and both texts', (code) => {
  const missing = ['good', 'bad', 'bad/expected.txt', 'bad/expected.en.txt'].filter(
    (name) => !existsSync(path.join(FIXTURES, code, name)),
  );
  expect(missing).toEqual([]);
});

test('the base tree is good by itself', async () => {
  const { problems, sourceProblems } = await checkFixture('base', 'good');
  expect([...sourceProblems, ...problems]).toEqual([]);
});

test('every folder here belongs to a rule', () => {
  const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const codes = new Set<string>(['base', ...RULES.map(({ code }) => code)]);
  expect(folders.map(({ name }) => name).filter((name) => !codes.has(name))).toEqual([]);
});
