import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareProblems, type Place } from '../../scripts/model/problem.ts';
import { memoryFiles, readReleaseTree, type SourceProblem } from '../../scripts/source/index.ts';
import { PASSPORT, RELEASE_YAML, SHA256, TREE } from './written-manifests.ts';

const RELEASE = 'extensions/crm/1.4.2.7';
const FILES: Readonly<Record<string, string>> = {
  ...TREE,
  [`${RELEASE}/crm.cfe.passport.json`]: JSON.stringify(PASSPORT),
};

/** Pieces that mean something to YAML, to a schema or to a terminal. */
const PIECE = fc.constantFrom(
  ...[
    '\n',
    ' ',
    '\t',
    ':',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!!str ',
    '---\n',
    '...\n',
    '? ',
    '|\n',
    '>-\n',
  ],
  ...[
    '%YAML 1.1\n',
    'null',
    'true',
    '1.10',
    '<<: *a',
    '__proto__: ',
    '\u0000',
    '\u001b[2J',
    '\u202e',
    '\ufeff',
    '🌼',
    '\r\n',
  ],
);

/** A text with some of its characters cut out and pieces put in. */
const spoiledText = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(12), fc.oneof(PIECE, fc.string({ maxLength: 6 }))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((edited, [at, cut, piece]) => edited.slice(0, at) + piece + edited.slice(at + cut), text),
    );

const spoiledTree: fc.Arbitrary<Record<string, string>> = fc
  .constantFrom(...Object.keys(FILES).filter((file) => /\.(yaml|json)$/.test(file)))
  .chain((file) => spoiledText(FILES[file] ?? '').map((text) => ({ ...FILES, [file]: text })));

/** Whether carets can be drawn under the place. */
function isInside({ line, column, length }: Place, text: string): boolean {
  const lines = text.split('\n');
  const shown = lines[line - 1];
  if (shown === undefined) return false;
  return (
    column >= 1 &&
    length >= 1 &&
    column - 1 <= shown.length &&
    column - 1 + length <= Math.max(shown.length, column)
  );
}

describe('any tree', () => {
  test('is read without failing, and every problem stands inside its file', async () => {
    await fc.assert(
      fc.asyncProperty(spoiledTree, async (files) => {
        const { problems } = await readReleaseTree(memoryFiles(files));
        for (const { place } of problems) {
          const text = (files[place.file] ?? '').replace(/^\ufeff/, '');
          expect({ place, inside: isInside(place, text) }).toEqual({ place, inside: true });
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of random bytes is read without failing', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (publisher, release) => {
        const files = {
          ...FILES,
          'publisher.yaml': new Uint8Array(publisher),
          [`${RELEASE}/release.yaml`]: new Uint8Array(release),
        };
        const { tree, problems } = await readReleaseTree(memoryFiles(files));
        expect(tree).toBeUndefined();
        expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });

  test('gives the same report whatever the order of its files', async () => {
    const files = {
      ...FILES,
      'todo.txt': '',
      'extensions/X/a': '',
      [`${RELEASE}/release.yaml`]: RELEASE_YAML.replace('stable', 'НЕТ'),
    };
    const reports = new Set<string>();
    for (const order of [Object.keys(files), Object.keys(files).reverse()]) {
      const shuffled = Object.fromEntries(order.map((file) => [file, Reflect.get(files, file) as string]));
      const { problems } = await readReleaseTree(memoryFiles(shuffled));
      expect(problems).toEqual([...problems].sort(compareProblems));
      reports.add(JSON.stringify(problems));
    }
    expect(reports.size).toBe(1);
  });
});

/** A tree for each code, so that none is promised and never told. */
const CULPRITS: readonly [string, Record<string, string>][] = [
  ['file-missing', { 'extensions/crm/2.0/notes.ru.md': '' }],
  ['file-too-large', { 'publisher.yaml': '#'.repeat(300_000) }],
  ['yaml-syntax', { 'publisher.yaml': 'a: [' }],
  ['yaml-duplicate-key', { 'publisher.yaml': 'a: 1\na: 1' }],
  ['yaml-many-documents', { 'publisher.yaml': 'a: 1\n---\na: 1' }],
  ['yaml-tag', { 'publisher.yaml': 'a: !!binary aGk=' }],
  ['yaml-key', { 'publisher.yaml': '? {a: 1}\n: 1' }],
  ['yaml-alias', { 'publisher.yaml': 'a: *a' }],
  ['yaml-too-complex', { 'publisher.yaml': `${'['.repeat(20)}${']'.repeat(20)}` }],
  ['schema-unknown-field', { 'publisher.yaml': 'ids: 1' }],
  ['schema-required', { 'publisher.yaml': '{}' }],
  [
    'schema-either',
    {
      [`${RELEASE}/release.yaml`]: `builds: [{sha256: ${SHA256}, length: 1, configurations: [{name: А, version: "1"}]}]`,
    },
  ],
  ['schema-type', { 'publisher.yaml': '[]' }],
  ['schema-choice', { 'publisher.yaml': 'locales: [de]' }],
  ['schema-format', { 'publisher.yaml': 'id: НЕТ' }],
  ['schema-size', { 'publisher.yaml': 'channels: []' }],
  ['schema-duplicate', { 'publisher.yaml': 'channels: [a, a]' }],
  ['passport-invalid', { [`${RELEASE}/crm.cfe.passport.json`]: '' }],
  ['notes-twice', { [`${RELEASE}/notes.ru.mdx`]: '' }],
  ['unexpected-file', { 'todo.txt': '' }],
  ['folder-name', { 'extensions/X/a': '' }],
  ['problems-omitted', { 'publisher.yaml': '] '.repeat(200) }],
];

/** Codes that need something else than text in files; `release-tree.test.ts` shows them. */
const ELSEWHERE = [
  'conflict-markers',
  'file-encoding',
  'file-unreadable',
  'name-decomposed',
  'name-reserved',
  'symbolic-link',
  'too-many-entries',
];

describe('every code', () => {
  test.each(CULPRITS)('%s is told by some tree', async (code, files) => {
    const { problems } = await readReleaseTree(memoryFiles({ ...FILES, ...files }));
    expect(problems.map((problem: SourceProblem): string => problem.code)).toContain(code);
  });

  test('is in the table or elsewhere', () => {
    const source = readFileSync(
      path.resolve(import.meta.dirname, '../../scripts/source/source-problem.ts'),
      'utf8',
    );
    const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
    expect([...CULPRITS.map(([code]) => code), ...ELSEWHERE].sort()).toEqual(codes.sort());
  });
});
