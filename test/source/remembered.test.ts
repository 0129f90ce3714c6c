import { expect, test } from 'vitest';
import { remembered } from '../../scripts/source/schema/remembered.ts';

test('a text is asked about once', () => {
  const asked: string[] = [];
  const ask = remembered((text) => (asked.push(text), { text }));
  expect(ask('1.0')).toBe(ask('1.0'));
  expect(asked).toEqual(['1.0']);
});

test('having no answer is an answer', () => {
  expect([1, 2].map(() => remembered(() => undefined)('x'))).toEqual([undefined, undefined]);
});

test('more texts than are kept still get their own answers', () => {
  const ask = remembered((text) => text.toUpperCase());
  for (let index = 0; index < 25_000; index++) expect(ask(`a${index}`)).toBe(`A${index}`);
  expect(ask('a0')).toBe('A0');
});
