import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../scripts/source/limits.ts';
import { openManifest } from '../../scripts/source/write/edit-manifest.ts';
import type { SourceProblem } from '../../scripts/source/source-problem.ts';
import { readYaml } from '../../scripts/source/yaml/read-yaml.ts';
import { readManifest } from '../../scripts/source/manifest/read-manifest.ts';
import { RELEASE } from '../../scripts/source/schema/written-schemas.ts';

const fill = (piece: string): string => piece.repeat(Math.floor(LIMITS.manifestBytes / piece.length));

function problemsOf(text: string): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  readYaml('release.yaml', text, problems);
  return problems;
}

describe('256 KB of hostile YAML is refused before the library makes nodes of it', () => {
  test.each([
    ['brackets that end the process of a recursive composer', fill('[')],
    ['braces, the same', fill('{')],
    ['lists in lists', fill('[[],')],
    ['blocks begun in one line', fill('- ')],
    ['keys begun in one line', fill('? ')],
    ['mappings begun in one line', fill('- a: ')],
    ['one opening more than the limit', '['.repeat(LIMITS.yamlOpenings + 1)],
    ['closing brackets: each is a fault to be described', fill(']')],
    ['faults of one sign each', fill('"')],
    ['keys that are compared with each other', fill('? a\n')],
    ['values without keys', fill(': a\n')],
    ['anchors and aliases', fill('&a a: *a\n')],
    ['anchors of nothing', fill('&a ')],
    ['tags', fill('!a ')],
    ['directives', fill('%a\n')],
    ['documents', fill('---\n')],
    ['headers of blocks', fill('- |\n')],
  ])('%s', (_reason, text) => {
    expect(problemsOf(text).map(({ code }) => code)).toEqual(['yaml-too-complex']);
    expect(() => openManifest(text)).toThrow(expect.objectContaining({ code: 'manifest-unusable' }));
  });
});

describe('what is read is not described a thousand times', () => {
  const most = LIMITS.problemsPerFile;

  test.each([
    ['duplicate keys', 'a: b\n'.repeat(5_000), 'yaml-duplicate-key', 4_999],
    ['keys that are no text', '[a]: b\n'.repeat(5_000), 'yaml-key', 5_000],
    ['aliases of nothing', '- *a\n'.repeat(5_000), 'yaml-alias', 5_000],
  ])('%s', (_reason, text, code, count) => {
    const problems = problemsOf(text);
    expect(problems.slice(0, most).every((problem) => problem.code === code)).toBe(true);
    expect(problems.slice(most)).toMatchObject([{ code: 'problems-omitted', args: { count: count - most } }]);
  });

  test('unknown fields of a manifest', () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `x${index}: 1\n`).join('');
    const problems: SourceProblem[] = [];
    readManifest(RELEASE, { path: 'release.yaml', bytes: Buffer.from(text) }, problems);
    expect(problems).toHaveLength(most + 1);
    expect(problems.at(-1)).toMatchObject({ code: 'problems-omitted' });
    expect(Number(problems.at(-1)?.args['count'])).toBeGreaterThan(4_900);
  });
});

test.each([
  ['what a block scalar holds is no structure', `a: |\n${'  - [{"x": *y}]\n'.repeat(10_000)}`],
  ['brackets that close', `a: ${'[['.repeat(4)}x${']]'.repeat(4)}\n`],
  ['a comment', `a: b # ${'['.repeat(1_000)}\n`],
  ['a quoted text', `a: "${'[{'.repeat(1_000)}"\n`],
])('honest text is read: %s', (_reason, text) => {
  expect(problemsOf(text)).toEqual([]);
});
