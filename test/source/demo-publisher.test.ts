import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { passportOf, readV8File } from '../../scripts/cfe/index.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import { directoryFiles, readReleaseTree, type SourceProblem } from '../../scripts/source/index.ts';
import { demoFiles } from '../../scripts/demo/extension-files.ts';
import { hasDemonstration, RELEASES } from '../fixtures/publisher.ts';

let tree: ReleaseTree | undefined;
let problems: readonly SourceProblem[];

beforeAll(async () => {
  ({ tree, problems } = await readReleaseTree(directoryFiles(RELEASES)));
});

const releases = () =>
  tree?.extensions.flatMap(({ id, releases }) => releases.map((entry) => ({ id, entry }))) ?? [];

describe.skipIf(!hasDemonstration)('the demonstration publisher', () => {
  test('has nothing wrong', () => {
    expect(problems).toEqual([]);
    expect(tree?.publisher.value).toMatchObject({ id: 'romashka', licensePrefix: 'ROMASHKA' });
  });

  test('tells editors where the schema of each manifest lies', () => {
    const manifests = readdirSync(RELEASES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.yaml'),
    );
    expect(manifests).toHaveLength(13);
    for (const file of manifests.map((name) => path.join(RELEASES, name))) {
      const [, schema = ''] =
        /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
      const named = path.basename(file).replace('.yaml', '.schema.json');
      expect(path.resolve(path.dirname(file), schema)).toBe(path.join(RELEASES, 'schemas', named));
    }
  });

  test('shows each kind of release', () => {
    const shown = releases().map(({ id, entry }) => {
      const { version, channel, importance, withdrawn } = entry.manifest.value;
      return [id, version.text, channel, importance, withdrawn?.replacement?.text].join(' ').trim();
    });
    expect(shown).toEqual([
      'crm-connector 1.0.0.4 stable normal',
      'crm-connector 1.1.0.12 stable normal',
      'crm-connector 1.2.0.3 stable normal 1.2.1.1',
      'crm-connector 1.2.1.1 stable critical',
      'crm-connector 2.0.0-beta.1 beta normal',
      'price-tags 0.9.0.1 beta normal',
      'price-tags 1.0.0.2 stable normal',
      'price-tags 1.0.1.5 stable recommended',
    ]);
  });

  test('has notes and an agreement in both languages, some with components', () => {
    for (const { entry } of releases()) expect(entry.notes.map(({ locale }) => locale)).toEqual(['en', 'ru']);
    for (const { eula } of tree?.extensions ?? []) expect([...eula.keys()].sort()).toEqual(['en', 'ru']);
    expect(new Set(releases().flatMap(({ entry }) => entry.notes.map(({ format }) => format)))).toEqual(
      new Set(['md', 'mdx']),
    );
  });

  test('pins the files that its generator writes, with their passports', async () => {
    const written = await demoFiles();
    const pinned = releases().flatMap(({ id, entry }) =>
      entry.manifest.value.builds.map((build) => ({
        path: `extensions/${id}/${entry.folder}/${build.file}`,
        build,
        entry,
      })),
    );
    expect(pinned.map(({ path: place }) => place).sort()).toEqual(
      written.map(({ path: place }) => place).sort(),
    );
    for (const { path: place, build, entry } of pinned) {
      const bytes = written.find((file) => file.path === place)?.bytes ?? new Uint8Array();
      const pin = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      expect({ place, ...pin }).toEqual({ place, sha256: build.sha256, length: build.length });
      const facts = await readV8File(bytes);
      expect(facts.type === 'ConfigurationExtension' && passportOf(facts, pin)).toEqual(
        entry.passports.get(build.file),
      );
    }
  });

  test('binds no language of a file that serves several configurations', async () => {
    const tags = (await demoFiles()).filter((file) => file.path.includes('/price-tags/'));
    for (const { bytes } of tags) {
      const facts = await readV8File(bytes);
      const language = 'objects' in facts ? facts.objects.find(({ kind }) => kind === 'Language') : undefined;
      expect(language).toMatchObject({ name: 'Русский', belonging: 'adopted' });
      expect(language?.extends).toBeUndefined();
    }
  });
});
