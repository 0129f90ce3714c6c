import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const numbered = (section: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`);

/** Steps of TUF 1.0.34, section 5, that ask a client to do something, and the file where each is done. */
const STEPS = new Map([
  ['update.ts', ['5.1']],
  ['root.ts', ['5.2', ...numbered('5.3', 12)]],
  ['timestamp.ts', ['5.4.1', '5.4.2', '5.4.3.1', '5.4.3.2', '5.4.4', '5.4.5']],
  ['snapshot.ts', numbered('5.5', 7)],
  ['targets.ts', numbered('5.6', 6)],
  ['find-target.ts', ['5.6.7.1', '5.6.7.2', '5.6.7.2.1', '5.6.7.2.2']],
  ['trusted-repository.ts', numbered('5.7', 3)],
]);

const room = path.resolve(import.meta.dirname, '../../scripts/verify');

test.each(readdirSync(room))(
  '%s: every step of the specification stands there once, with its number',
  (name) => {
    const source = readFileSync(path.join(room, name), 'utf8');
    const marked = [...source.matchAll(/^\s*\/\/ TUF (5(?:\.\d+)+)/gm)].map(([, step]) => step ?? '');
    const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
    expect(marked.toSorted(byNumber)).toEqual(STEPS.get(name) ?? []);
  },
);
