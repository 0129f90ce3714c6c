import type { V8Facts } from '../cfe/index.ts';
import type { Passport } from '../model/passport.ts';
import type { Place } from '../model/problem.ts';
import type { ExtensionEntry, PathStep, ReleaseEntry } from '../model/release-tree.ts';
import type { Build, BuildConfiguration, Release } from '../model/release.ts';
import type { CheckContext, InspectedFile } from './context.ts';

/** A release with the extension it belongs to. */
export interface ReleaseSite {
  readonly extension: ExtensionEntry;
  readonly entry: ReleaseEntry;
  readonly release: Release;
}

/** One build of a release, and what is known of its file. */
export interface BuildSite extends ReleaseSite {
  readonly build: Build;
  /** Path of the file relative to the tree, whether it lies there or not. */
  readonly path: string;
  readonly inspected?: InspectedFile;
  /** Place of a field of this build. */
  readonly placeOf: (...path: readonly PathStep[]) => Place;
}

/** One configuration that a build is made for. */
export interface ConfigurationSite extends BuildSite {
  readonly configuration: BuildConfiguration;
  /** Place of a field of this configuration. */
  readonly placeIn: (field: keyof BuildConfiguration) => Place;
}

/** Extensions whose problems are wanted. */
export const extensionsIn = ({ tree, only }: CheckContext): readonly ExtensionEntry[] =>
  only === undefined ? tree.extensions : tree.extensions.filter(({ id }) => only.has(id));

/** Their releases. */
export function* releasesIn(context: CheckContext): Generator<ReleaseSite> {
  for (const extension of extensionsIn(context)) {
    for (const entry of extension.releases) yield { extension, entry, release: entry.manifest.value };
  }
}

/** The builds of those releases. */
export function* buildsIn(context: CheckContext): Generator<BuildSite> {
  for (const site of releasesIn(context)) yield* buildsOf(site, context);
}

function* buildsOf(site: ReleaseSite, { inspected }: CheckContext): Generator<BuildSite> {
  for (const [index, build] of site.release.builds.entries()) {
    const path = `extensions/${site.extension.id}/${site.entry.folder}/${build.file}`;
    const file = inspected.get(path);
    const placeOf = (...steps: readonly PathStep[]): Place =>
      site.entry.manifest.placeOf('builds', index, ...steps);
    yield { ...site, build, path, placeOf, ...(file && { inspected: file }) };
  }
}

/** The configurations of those builds. */
export function* configurationsIn(context: CheckContext): Generator<ConfigurationSite> {
  for (const site of buildsIn(context)) yield* configurationsOf(site);
}

/** The configurations of one build. */
export function* configurationsOf(site: BuildSite): Generator<ConfigurationSite> {
  for (const [index, configuration] of site.build.configurations.entries()) {
    const placeIn = (field: keyof BuildConfiguration): Place => site.placeOf('configurations', index, field);
    yield { ...site, configuration, placeIn };
  }
}

/** Builds whose file was read and is an extension. */
export function* extensionFilesIn(
  context: CheckContext,
): Generator<BuildSite & { readonly facts: ExtensionFile }> {
  for (const site of buildsIn(context)) {
    const facts = site.inspected?.facts;
    if (facts?.type === 'ConfigurationExtension') yield { ...site, facts };
  }
}

type ExtensionFile = Extract<V8Facts, { readonly type: 'ConfigurationExtension' }>;

/** What file and passport both tell. */
export type Described = Pick<Passport, 'name' | 'version' | 'extensionCompatibilityMode' | 'objects'> & {
  readonly httpServices: readonly { readonly name: string; readonly rootUrl: string }[];
};

/** What is known of the extension inside a build: from the file, or from the passport of one that cannot be opened. */
export function describedBy({ entry, build, inspected }: BuildSite): Described | undefined {
  const facts = inspected?.facts;
  if (facts?.type === 'ConfigurationExtension') return facts;
  return entry.passports.get(build.file);
}
