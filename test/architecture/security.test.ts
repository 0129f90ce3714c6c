import { expect, test } from 'vitest';
import { filesBelow, textOf } from './sources.ts';

const rows = textOf('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| asset'));

test('every row of the threat model names its tests', () => {
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((row) => !/`test\/[^`]+\.test\.ts`/.test(row))).toEqual([]);
});

test('every test that the threat model names exists', () => {
  const named = [...textOf('SECURITY.md').matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? '');
  const existing = new Set(filesBelow('test', /\.test\.ts$/));
  expect(named.filter((file) => !existing.has(file))).toEqual([]);
});

test('every npm script that it names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...textOf('SECURITY.md').matchAll(/`npm run (\w+)`/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
