import { expect, test } from 'vitest';
import { identifier, put, rowsOf, targetTable } from './migration-base.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { COUNT, workingBase } from './migrating-base.ts';

leaveNothingBehind();

const expected = (): string[] => {
  const table = targetTable();
  for (let number = 0; number < COUNT; number += 1) put(table, identifier(number));
  return rowsOf(table);
};

test('through a copy of the infobase', () => {
  const working = workingBase();
  working.begin('through-copy');
  expect(working.open).toEqual(['archive']);
  expect(working.refusal('copy')).toBe('migration-step-early');
  working.mark('archive');

  const copy = working.copy();
  expect(copy.open).toEqual(['copy']);
  copy.mark('copy');
  const archive = copy.unload();
  copy.mark('unload');

  // The person says in the working infobase that the copy is made; the older module is still there, so it may be.
  working.mark('copy');
  expect(working.open).toEqual(['remove-old', 'unload']);
  expect(working.refusal('remove-old')).toBe('migration-step-unverified');
  working.removeOld();
  working.mark('remove-old');
  expect(working.refusal('install')).toBe('migration-step-unverified');
  working.install();
  working.mark('install');
  expect(working.refusal('load')).toBe('migration-step-early');

  expect(working.load(archive)).toMatchObject({ Загружено: BigInt(COUNT), Пропущено: 0n });
  expect(working.open).toEqual(['load']);
  working.mark('load');
  working.mark('configure');
  working.mark('compare');
  expect(working.open).toEqual([]);
  expect(working.rows).toEqual(expected());
  expect(copy.rows).toEqual([]);
  expect(copy.open).toEqual(['remove-old']);
});

test('in the working infobase', () => {
  const base = workingBase();
  base.begin('in-place');
  base.mark('archive');
  const archive = base.unload();
  base.mark('unload');
  expect(base.refusal('remove-old')).toBe('migration-step-unverified');
  base.removeOld();
  base.mark('remove-old');
  base.install();
  base.mark('install');
  expect(base.refusal('load')).toBe('migration-step-unverified');
  base.load(archive);
  base.mark('load');
  base.mark('configure');
  expect(base.open).toEqual([]);
  expect(base.rows).toEqual(expected());
  expect(base.load(archive)).toMatchObject({ Загружено: 0n, УжеБыло: BigInt(COUNT) });
});
