import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import vectors from '../vectors/updates.json' with { type: 'json' };
import { recordedVectors } from './updates/record.ts';

const where = path.resolve(import.meta.dirname, '../vectors/updates.json');

// The stories say by themselves what is expected of each step: recording them is the test of this client.
test('the table of stories is what this client does with them today (node test/verify/updates/write.ts)', async () => {
  expect(await readFile(where, 'utf8')).toBe(await recordedVectors());
});

test('most stories are hostile, and no two have one name', () => {
  const hostile = vectors.cases.filter(({ steps }) => steps.some(({ result }) => 'refused' in result));
  expect(hostile.length).toBeGreaterThan(vectors.cases.length / 2);
  expect(new Set(vectors.cases.map(({ name }) => name)).size).toBe(vectors.cases.length);
});
