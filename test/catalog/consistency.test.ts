import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import type { CatalogBuild } from '../../scripts/catalog/catalog-build.ts';
import type {
  CatalogDocument,
  ConfigurationDocument,
  ExtensionDocument,
  ReleaseDocument,
} from '../../scripts/model/documents.ts';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';
import { passport, releaseTree } from './release-tree.ts';
import type { ExtensionSketch, ReleaseSketch, TreeSketch } from './release-tree.ts';

// Whatever people publish, the documents agree with each other.

const NAMES = ['БухгалтерияПредприятия', 'УправлениеТорговлей', 'Розница'];

const builds = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
  .chain((names) =>
    fc
      .tuple(...names.map(() => fc.constantFrom('>=3.0', '>=3.0.100 <3.1', '~11.5.20')))
      .map((ranges) => names.map((name, at) => ({ file: `${at}.cfe`, made: { [name]: ranges[at]! } }))),
  );

const release: fc.Arbitrary<ReleaseSketch> = fc
  .record({
    version: fc.tuple(fc.nat(3), fc.nat(12)).map((parts) => parts.join('.')),
    channel: fc.constantFrom('stable', 'stable', 'beta'),
    importance: fc.constantFrom('normal', 'critical'),
    builds,
    isWithdrawn: fc.boolean(),
    hasPassport: fc.boolean(),
  })
  .map(({ isWithdrawn, hasPassport, ...sketch }) => ({
    ...sketch,
    ...(isWithdrawn && { withdrawn: { date: '2026-11-09', reason: { ru: 'Ошибка' } } }),
    ...(hasPassport && { passports: { '0.cfe': passport(true) } }),
  }));

const extension: fc.Arbitrary<ExtensionSketch> = fc.record({
  id: fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), minLength: 2, maxLength: 4 }),
  releases: fc.uniqueArray(release, { maxLength: 8, selector: ({ version }) => version }),
});

const trees: fc.Arbitrary<TreeSketch> = fc.record({
  configurations: fc.constant(NAMES),
  extensions: fc.uniqueArray(extension, { maxLength: 4, selector: ({ id }) => id }),
});

const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

const documentsOf = ({ documents }: CatalogBuild, folder: string): unknown[] =>
  [...documents].filter(([path]) => path.startsWith(folder)).map(([, bytes]) => read(bytes));

function forEachBuild(check: (build: CatalogBuild) => void): void {
  const sources = { readAgreement: () => new Uint8Array() };
  fc.assert(
    fc.property(trees, (sketch) => check(buildCatalog(releaseTree(sketch), sources))),
    { numRuns: 60 },
  );
}

const versionsOf = (releases: readonly ReleaseDocument[]): string[] => releases.map(({ version }) => version);

const newestFirst = (versions: readonly string[]): string[] =>
  versions.toSorted((a, b) => compareVersions(parseVersion(b)!, parseVersion(a)!));

test('releases come newest first in every document, and no document offers a withdrawn one', () => {
  forEachBuild((build) => {
    for (const { releases } of documentsOf(build, 'extensions/') as ExtensionDocument[]) {
      expect(versionsOf(releases)).toEqual(newestFirst(versionsOf(releases)));
    }
    for (const { extensions } of documentsOf(build, 'configurations/') as ConfigurationDocument[]) {
      for (const { releases, withdrawn = [] } of extensions) {
        expect(versionsOf(releases)).toEqual(newestFirst(versionsOf(releases)));
        expect(
          releases.filter((offered) => withdrawn.some(({ version }) => version === offered.version)),
        ).toEqual([]);
      }
    }
  });
});

test('a configuration is offered what the history of the extension says', () => {
  forEachBuild((build) => {
    const histories = new Map(
      (documentsOf(build, 'extensions/') as ExtensionDocument[]).map(
        ({ id, releases }) => [id, releases] as const,
      ),
    );
    for (const { configuration, extensions } of documentsOf(
      build,
      'configurations/',
    ) as ConfigurationDocument[]) {
      for (const { id, releases } of extensions) {
        for (const offered of releases) {
          const whole = histories.get(id)!.find(({ version }) => version === offered.version)!;
          const { builds: ownBuilds, ...facts } = offered;
          expect(whole).toMatchObject(facts);
          const files = whole.builds.filter(({ configurations }) =>
            configurations.some(({ name }) => name === configuration.name),
          );
          expect(ownBuilds.map(({ file, sha256 }) => [file, sha256])).toEqual(
            files.map(({ file, sha256 }) => [file, sha256]),
          );
        }
      }
    }
  });
});

test('every file that a document pins is listed, and nothing else', () => {
  forEachBuild((build) => {
    const named = (documentsOf(build, 'extensions/') as ExtensionDocument[]).flatMap(({ id, releases }) =>
      releases.flatMap(({ version, builds: all }) =>
        all.flatMap(({ file, passport: pin }) => {
          const path = `files/${id}/${version}/${file}`;
          return pin ? [path, `${path}.passport.json`] : [path];
        }),
      ),
    );
    expect(build.files.map(({ path }) => path)).toEqual(named.sort());
  });
});

test('the catalogue and the heads name the newest standing release', () => {
  forEachBuild((build) => {
    const [catalog] = documentsOf(build, 'catalog.json') as CatalogDocument[];
    for (const { id, latest } of catalog!.extensions) {
      const stable = build.heads[id]?.['stable'];
      expect(stable).toBe(latest['stable']?.version);
    }
  });
});
