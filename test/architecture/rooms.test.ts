import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, textOf } from './sources.ts';

/** The table of `scripts/README.md`: a room imports itself and rooms of a lower level. */
const LEVELS: Readonly<Record<string, number>> = {
  model: 0,
  bsl: 0,
  cfe: 1,
  verify: 1,
  decide: 1,
  notes: 1,
  source: 2,
  compatibility: 2,
  checks: 2,
  catalog: 2,
  signing: 2,
  disk: 2,
  form: 2,
  license: 2,
  configuration: 3,
  licensing: 3,
  client: 3,
  github: 3,
  statistics: 3,
  destination: 3,
  installer: 3,
  wording: 4,
  report: 5,
  publication: 5,
  cli: 6,
  demo: 7,
  bench: 8,
};

const BROWSER_ROOMS = [
  'model',
  'bsl',
  'cfe',
  'compatibility',
  'verify',
  'decide',
  'notes',
  'license',
  'client',
  'wording',
  'report',
];

const sources = filesBelow('scripts', /\.ts$/);

const roomOf = (file: string): string | undefined => /^scripts\/([^/]+)\//.exec(file)?.[1];

function mayImport(from: string, to: string): boolean {
  return from === to || (LEVELS[to] ?? Infinity) < (LEVELS[from] ?? -1);
}

/** Files from which one can walk back to themselves along imports. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  return [...imports.keys()].filter((start) => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(start) ?? [])];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (file === start) return true;
      if (seen.has(file)) continue;
      seen.add(file);
      waiting.push(...(imports.get(file) ?? []));
    }
    return false;
  });
}

describe('rooms', () => {
  test('every source file lies in a room of the table', () => {
    expect(sources.filter((file) => !((roomOf(file) ?? '') in LEVELS))).toEqual([]);
  });

  test('imports go down the levels, siblings never meet', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          const room = roomOf(target);
          return room !== undefined && !mayImport(roomOf(file) ?? '', room);
        })
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file imports itself in a circle, types included', () => {
    expect(circlesOf(new Map(sources.map((file) => [file, importsOf(file)])))).toEqual([]);
  });

  test('scripts never import the site', () => {
    expect(sources.filter((file) => importsOf(file).some((target) => target.startsWith('site/')))).toEqual(
      [],
    );
  });

  test('what runs in a browser imports nothing of Node', () => {
    const wrong = sources
      .filter((file) => BROWSER_ROOMS.includes(roomOf(file) ?? ''))
      .filter((file) => importsOf(file).some((target) => target.startsWith('node:')));
    expect(wrong).toEqual([]);
  });

  test('scripts/README.md names every room with its level', () => {
    const map = textOf('scripts/README.md');
    const missing = Object.entries(LEVELS).filter(
      ([room, level]) => !map.includes(`| ${level} | \`${room}\` |`),
    );
    expect(missing).toEqual([]);
  });
});
