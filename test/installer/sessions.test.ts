import { describe, expect, test } from 'vitest';
import {
  BslException,
  OWN_START,
  SessionKilled,
  type ExtensionFile,
  type ForeignSession,
  type Infobase,
  type JsValue,
} from '../onec/index.ts';
import { ADDED, Base, holds, known, NEW, OLD, PROOF, standing, UNTOUCHED, UPDATED } from './installation.ts';
import { membersOf, textOf, type Members } from './values.ts';

/** The first session, as others see it. */
const FIRST: ForeignSession = {
  ...{ number: 1, user: 'Администратор', computer: 'server', application: '1CV8C', started: OWN_START },
};
const second = (more: Partial<Infobase> = {}): Partial<Infobase> => ({
  ...{ ownNumber: 2, sessions: [FIRST], moment: () => undefined },
  ...more,
});
const REFUSED = ['installation-underway', 'memory-failed'];
const broken = { ...NEW, failsToAttach: true };

interface Story {
  readonly reason: string;
  readonly make: () => Base;
  readonly file: ExtensionFile;
  readonly old: readonly unknown[];
  readonly done: readonly unknown[];
}

/** Stories of `interrupted.test.ts`. */
const STORIES: readonly Story[] = [
  { reason: 'an update', make: () => known(), file: NEW, old: UNTOUCHED, done: UPDATED },
  { reason: 'a first installation', make: () => new Base(), file: NEW, old: [], done: ADDED },
  {
    ...{ reason: 'an update that does not attach', make: () => known(), file: broken },
    ...{ old: UNTOUCHED, done: UNTOUCHED },
  },
  {
    ...{ reason: 'a first installation that does not attach', make: () => new Base(), file: broken },
    ...{ old: [], done: [] },
  },
];

/** Installs in the first session and does something else at one moment of it; gives what came of the installation. */
function installing(base: Base, file: ExtensionFile, at: number, act: () => void): Members {
  let count = 0;
  const moment = () => {
    count += 1;
    if (count === at) act();
  };
  try {
    return base.install({}, file, { moment });
  } finally {
    Object.assign(base.infobase, { moment: undefined });
  }
}

function momentsOf({ make, file }: Story): readonly number[] {
  let count = 0;
  make().install({}, file, { moment: () => void (count += 1) });
  expect(count).toBeGreaterThan(5);
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** What a second session hears; `locked` when the first one is writing at that moment. */
function heard(act: () => JsValue): string {
  try {
    const outcome = act();
    return outcome === undefined ? 'nothing' : textOf(membersOf(outcome)['Код']);
  } catch (error) {
    if (error instanceof BslException) return 'locked';
    throw error;
  }
}

/** The extension that stands and what is remembered of it are the same. */
function expectRemembered(base: Base): void {
  const records = base.memory['Установленное'];
  const record: JsValue =
    records instanceof Map ? (records as ReadonlyMap<string, JsValue>).get('Скидки') : undefined;
  const [extension] = base.infobase.extensions;
  if (extension) expect(membersOf(record)['Версия']).toBe(extension.file.version);
}

describe.each(STORIES)('$reason, and a second session at every moment', (story) => {
  const { make, file, old, done } = story;
  const moments = momentsOf(story);

  test('that only looks leaves a live installation alone', () => {
    for (const at of moments) {
      const base = make();
      let said = '';
      installing(base, file, at, () => {
        said = heard(() => base.run('Завершить', [PROOF], second()));
      });
      expect(['nothing', 'locked', 'installation-underway'], `moment ${at}`).toContain(said);
      expect(holds(base), `moment ${at}`).toEqual(done);
      expect(base.memory['Намерение'], `moment ${at}`).toBeUndefined();
    }
  });

  test('that comes when the first has died repairs', () => {
    for (const at of moments) {
      const base = make();
      const die = () => {
        throw new SessionKilled('power cut');
      };
      expect(() => installing(base, file, at, die), `moment ${at}`).toThrow(SessionKilled);
      base.run('Завершить', [PROOF], second({ sessions: [] }));
      expect([old, done], `moment ${at}`).toContainEqual(holds(base));
      expect(base.memory['Намерение'], `moment ${at}`).toBeUndefined();
    }
  });

  test('that installs too: one of them does, and what stands is what is remembered', () => {
    for (const at of moments) {
      const base = make();
      let other = '';
      const mine = installing(base, file, at, () => {
        other = textOf(base.install({}, NEW, second())['Код']);
      });
      const isMine = !REFUSED.includes(textOf(mine['Код']));
      const isTheirs = !REFUSED.includes(other);
      expect(isMine || isTheirs, `moment ${at}`).toBe(true);
      expect([old, done, UPDATED, ADDED], `moment ${at}`).toContainEqual(holds(base));
      expect(base.memory['Намерение'], `moment ${at}`).toBeUndefined();
      expectRemembered(base);
    }
  });

  test('that checks over the whole of it takes nothing away', () => {
    const base = make();
    let isIn = false;
    const moment = () => {
      if (isIn) return;
      isIn = true;
      base.install({}, file, { ownNumber: 3, moment: () => undefined });
    };
    base.run('ПроверитьИЗапомнить', [], second({ moment }));
    expect(holds(base)).toEqual(done);
    expectRemembered(base);
    expect(base.memory['НечегоСообщить']).toBe('проверено');
  });
});

describe('whose installation it is', () => {
  /** An installation whose session stopped right after it had written. */
  function stopped(): Base {
    const base = known();
    const moment = (name: string) => {
      if (name === 'written') throw new SessionKilled('power cut');
    };
    expect(() => base.install({}, broken, { moment })).toThrow(SessionKilled);
    return base;
  }

  test.each<readonly [string, Partial<Infobase>, string]>([
    ['is there', {}, 'installation-underway'],
    ['is gone', { sessions: [] }, 'interrupted-unattached'],
    [
      'is another one of the same number',
      { sessions: [{ ...FIRST, started: new Date(0) }] },
      'interrupted-unattached',
    ],
  ])('the session that installs %s', (_, session, code) => {
    expect(heard(() => stopped().run('Завершить', [PROOF], second(session)))).toBe(code);
  });

  test.each<readonly [string, string, string]>([
    ['2026-11-21T00:59:59Z', 'installation-underway', 'within the hour'],
    ['2026-11-21T01:00:00Z', 'interrupted-unattached', 'an hour is longer than any installation'],
    [
      '2026-11-20T23:00:00Z',
      'interrupted-unattached',
      'begun in the future: a clock lied, nobody waits for it',
    ],
  ])('where sessions cannot be seen, at %s: %s — %s', (now, code) => {
    const blind = { rights: new Set(['АдминистрированиеРасширенийКонфигурации'] as const), sessions: [] };
    const base = stopped();
    expect(heard(() => base.run('Завершить', [PROOF, new Date(now)], second(blind)))).toBe(code);
  });

  test('two that find it dead do not repair it twice', () => {
    const base = stopped();
    const said: unknown[] = [];
    const moment = () => {
      const third = { ownNumber: 3, sessions: [{ ...FIRST, number: 2 }], moment: () => undefined };
      said.push(heard(() => base.run('Завершить', [PROOF], third)));
    };
    expect(heard(() => base.run('Завершить', [PROOF], second({ sessions: [], moment })))).toBe(
      'interrupted-unattached',
    );
    // While the second one writes, the third cannot: `interrupted-unfinished` leaves everything as it is.
    expect(new Set(said)).toEqual(new Set(['interrupted-unfinished', 'installation-underway', 'nothing']));
    expect(holds(base)).toEqual(UNTOUCHED);
  });

  test('a file put in by hand meanwhile is not taken for ours, be its version the same', () => {
    const base = stopped();
    base.infobase.extensions.splice(0, 1, standing({ ...NEW, synonym: 'иначе' }));
    expect(heard(() => base.run('Завершить', [PROOF]))).toBe('interrupted-unchanged');
    expect(base.infobase.extensions.map(({ file }) => file.synonym)).toEqual(['иначе']);
    const records = base.memory['Установленное'];
    expect(records).toMatchObject(
      new Map([['Скидки', expect.objectContaining({ Версия: OLD.version }) as unknown]]),
    );
  });
});
