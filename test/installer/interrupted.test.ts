import { describe, expect, test } from 'vitest';
import { SessionKilled, type ExtensionFile } from '../onec/index.ts';
import { ADDED, Base, holds, known, NEW, OLD, PROOF, standing, UNTOUCHED, UPDATED } from './installation.ts';
import { membersOf } from './values.ts';

describe('a session that dies', () => {
  /** Moments between which a session can die, counted in a run that does not. */
  const moments = (base: Base, file: ExtensionFile): number => {
    let count = 0;
    Object.assign(base.infobase, { moment: () => void (count += 1) });
    base.install({}, file);
    return count;
  };
  const broken = { ...NEW, failsToAttach: true };
  const cases = [
    { reason: 'an update', make: () => known(), file: NEW, old: UNTOUCHED, done: UPDATED },
    { reason: 'a first installation', make: () => new Base(), file: NEW, old: [], done: ADDED },
    {
      reason: 'an update that does not attach',
      make: () => known(),
      file: broken,
      old: UNTOUCHED,
      done: UNTOUCHED,
    },
    {
      reason: 'a first installation that does not attach',
      make: () => new Base(),
      file: broken,
      old: [],
      done: [],
    },
  ];

  test.each(cases)('anywhere in $reason leaves what the next run repairs', ({ make, file, old, done }) => {
    const last = moments(make(), file);
    expect(last).toBeGreaterThan(5);
    for (let dies = 1; dies <= last; dies += 1) {
      const base = make();
      let count = 0;
      const moment = () => {
        count += 1;
        if (count === dies) throw new SessionKilled('power cut');
      };
      Object.assign(base.infobase, { moment });
      expect(() => base.install({}, file), `moment ${dies}`).toThrow(SessionKilled);
      Object.assign(base.infobase, { moment: undefined });
      base.run('Завершить', [PROOF]);
      expect([old, done], `moment ${dies}`).toContainEqual(holds(base));
      expect(base.memory['Намерение'], `moment ${dies}`).toBeUndefined();
      base.install({}, file);
      expect(holds(base), `moment ${dies}`).toEqual(done);
    }
  });

  test('while it repairs, at any moment, is repaired by the next run', () => {
    for (let dies = 1; dies <= 8; dies += 1) {
      const base = known();
      Object.assign(base.infobase, {
        moment: (name: string) => {
          if (name === 'written') throw new SessionKilled('power cut');
        },
      });
      expect(() => base.install({}, broken)).toThrow(SessionKilled);
      let count = 0;
      const moment = () => {
        count += 1;
        if (count === dies) throw new SessionKilled('power cut');
      };
      Object.assign(base.infobase, { moment });
      try {
        base.run('Завершить', [PROOF]);
      } catch (error) {
        expect(error).toBeInstanceOf(SessionKilled);
      }
      Object.assign(base.infobase, { moment: undefined });
      base.run('Завершить', [PROOF]);
      expect(holds(base), `moment ${dies}`).toEqual(UNTOUCHED);
      expect(base.memory['Намерение'], `moment ${dies}`).toBeUndefined();
    }
  });

  test('what somebody put there meanwhile is neither ours nor undone', () => {
    const base = known();
    Object.assign(base.infobase, {
      moment: (name: string) => {
        if (name === 'written') throw new SessionKilled('power cut');
      },
    });
    expect(() => base.install()).toThrow(SessionKilled);
    Object.assign(base.infobase, { moment: undefined, extensions: [standing({ ...OLD, version: '9.9' })] });
    expect(membersOf(base.run('Завершить', ['']))).toMatchObject({ Код: 'interrupted-unchanged' });
    expect(base.infobase.extensions.map(({ file }) => file.version)).toEqual(['9.9']);
  });

  test('nothing was interrupted', () => {
    expect(new Base().run('Завершить', [''])).toBeUndefined();
  });
});
