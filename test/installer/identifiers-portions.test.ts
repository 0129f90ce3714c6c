import { describe, expect, test } from 'vitest';
import { BslException, InfobaseData, SessionKilled } from '../onec/index.ts';
import { SMALL, expectedRows, newBase, oldBase, small, target } from './identifiers.ts';
import { objectOf } from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { membersOf, type Members } from './values.ts';

leaveNothingBehind();

describe('a portion is all or nothing', () => {
  const COUNT = 2100;
  const { archive } = oldBase(COUNT).unload();
  const locked = 'Конфликт блокировок при выполнении транзакции';

  /** Fails at the n-th act of a kind, once or always. */
  const failing = (act: string, at: number, fail: () => never): NonNullable<InfobaseData['touch']> => {
    let seen = 0;
    return (seenAct) => {
      if (seenAct === act && (seen += 1) === at) fail();
    };
  };
  const lock = (): never => {
    throw new BslException(locked);
  };
  const die = (): never => {
    throw new SessionKilled('killed');
  };

  test.each([
    ['write', 1500, 'a record that somebody holds in the middle of the second portion'],
    ['read', 400, 'a record that cannot be read'],
    ['commit', 2, 'the end of a transaction'],
  ])('%s %i fails: nothing of its portion stays, and it can be repeated', (act, at) => {
    const base = newBase({ objects: COUNT, touch: failing(act, at, lock) });
    let state = base.begin(archive);
    const attempt = (): Members => base.go(state);
    let refusals = 0;
    while (state['Закончена'] !== true) {
      const before = base.infobase.written;
      try {
        state = attempt();
      } catch (error) {
        refusals += 1;
        const { code, args } = refusalOf(() => {
          throw error;
        });
        expect([code, base.infobase.written]).toEqual(['identifiers-write-failed', before]);
        expect(args['reason']).toContain(locked);
        expect(base.infobase.isActive).toBe(false);
      }
    }
    base.end(state);
    expect(refusals).toBe(1);
    expect(state['Итоги']).toMatchObject({ Загружено: BigInt(COUNT) });
    expect(target(base)).toEqual(expectedRows(COUNT));
  });

  test('a row that never goes in is left out by a person’s word, and reported', () => {
    const key = `${objectOf(7).table}:${objectOf(7).id}`;
    const base = newBase({
      objects: SMALL,
      touch: (act, _, at) => {
        if (act === 'write' && at.includes(key)) lock();
      },
    });
    const state = base.begin(small);
    const { args } = refusalOf(() => base.go(state));
    const skipping = base.program.call('ВыпускИдентификаторы', 'ПропуститьСтрокуЗагрузки', [
      state,
      Number(args['row']),
    ]);
    const done = base.go(membersOf(skipping.args[0]));
    base.end(done);
    expect(done['Примеры']).toEqual([{ Номер: 8n, Код: 'asked', Аргументы: {} }]);
    expect(target(base)).toHaveLength(SMALL - 1);
  });

  test.each([1, 1000, 1001, 2100])('a session that dies at write %i', (at) => {
    const base = newBase({ objects: COUNT, touch: failing('write', at, die) });
    let state = base.begin(archive);
    const before: Members[] = [];
    try {
      while (state['Закончена'] !== true) {
        before.push(state);
        state = base.go(state);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(SessionKilled);
    }
    base.infobase.endSession();
    expect(base.infobase.written % 1000).toBe(0);
    base.end(state);
    // The form died with the session: the same file is loaded from its beginning.
    expect(base.load(archive)).toMatchObject({ УжеБыло: BigInt(Math.floor((at - 1) / 1000) * 1000) });
    expect(target(base)).toEqual(expectedRows(COUNT));
  });

  test('the temporary file is gone when the session moved to another server', () => {
    const base = newBase({ objects: SMALL });
    const state = base.begin(small);
    base.end(state);
    expect(refusalOf(() => base.go(state)).code).toBe('identifiers-file-gone');
  });
});
