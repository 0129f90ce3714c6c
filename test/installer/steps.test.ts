import { expect, test } from 'vitest';
import { coreModule, coreNames } from './program.ts';

const numbered = (section: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`);

/** Steps of TUF 1.0.34, section 5, that ask a client to do something, and the module where each is done. */
const STEPS = new Map([
  [
    'ВыпускЦепочка',
    [
      ...['5.2', ...numbered('5.3', 12), '5.4.1', '5.4.2', '5.4.3.1', '5.4.3.2', '5.4.4', '5.4.5'],
      ...[...numbered('5.5', 7), ...numbered('5.6', 6)],
    ],
  ],
  ['ВыпускДелегирование', ['5.6.7.1', '5.6.7.2', '5.6.7.2.1', '5.6.7.2.2']],
  ['ВыпускДоверие', ['5.1', ...numbered('5.7', 3)]],
]);

test.each(coreNames)('%s: every step of the specification stands there once, with its number', (name) => {
  const marked = [...coreModule(name).text.matchAll(/^\s*\/\/ TUF (5(?:\.\d+)+)/gm)].map(
    ([, step]) => step ?? '',
  );
  const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  expect(marked.toSorted(byNumber)).toEqual(STEPS.get(name) ?? []);
});
