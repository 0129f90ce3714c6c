import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import { loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';

const program = loadCore(['ВыпускЛицензии']);
const call = (method: string, ...args: readonly JsValue[]) => program.call('ВыпускЛицензии', method, args);

describe('revisions', () => {
  const accept = (revision: number, seen: JsValue, id = 'a/../b\u0000') =>
    call('ПринятьРевизию', { Идентификатор: id, Ревизия: revision }, seen).args[1];

  test('an older one than was seen is refused, the same and a newer one are not', () => {
    const seen = accept(7, accept(3, accept(3, new Map())));
    expect(refusalOf(() => accept(6, seen, 'a/../b\u0000'))).toMatchObject({
      code: 'license-rolled-back',
      args: { seen: '7', offered: '6' },
    });
    expect(accept(1, seen, 'another')).toHaveProperty('size', 2);
  });

  test('what is remembered is a number under a name that is no path', () => {
    const seen = accept(3, new Map());
    const [[name, revision] = []] = seen instanceof Map ? [...seen] : [];
    expect(String(name)).toMatch(/^[0-9a-f]{64}$/);
    expect(revision).toBe(3n);
  });

  test.each<[JsValue]>([['9'], [-1], [undefined]])('a damaged memory %j is an empty one', (damage) => {
    const name = createHash('sha256').update('a').digest('hex');
    expect(accept(1, new Map([[name, damage]]), 'a')).toEqual(new Map([[name, 1n]]));
  });
});
