import { FORMAT_VERSION } from '../model/format-version.ts';
import type {
  CatalogConfiguration,
  CatalogDocument,
  CatalogExtension,
  LatestRelease,
} from '../model/documents.ts';
import { compareText } from '../model/problem.ts';
import type { BuildConfiguration, Release } from '../model/release.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import { compareVersions } from '../model/version.ts';
import type { Version } from '../model/version.ts';
import { unionText } from '../model/version-range.ts';
import {
  configurationIdentity,
  publisherDocument,
  textDocument,
  vendorDocument,
} from './identity-document.ts';
import type { PreparedExtension, PreparedRelease } from './prepared-extension.ts';

/** `catalog.json`: all extensions, in short. */
export const catalogDocument = (
  tree: ReleaseTree,
  extensions: readonly PreparedExtension[],
): CatalogDocument => ({
  type: 'catalog',
  formatVersion: FORMAT_VERSION,
  publisher: publisherDocument(tree.publisher.value),
  configurations: tree.configurations.value
    .map(configurationIdentity)
    .toSorted((a, b) => compareText(a.name, b.name)),
  extensions: extensions.map((extension) => catalogExtension(extension, tree.publisher.value.channels)),
});

function catalogExtension(
  { head, entry, releases }: PreparedExtension,
  channels: readonly string[],
): CatalogExtension {
  const standing = releases.map(({ release }) => release).filter(({ withdrawn }) => withdrawn === undefined);
  const subsystems = adoptedSubsystems(
    releases.find(({ release: { withdrawn } }) => withdrawn === undefined)?.builds ?? [],
  );
  return {
    ...head,
    summary: textDocument(entry.manifest.value.summary),
    vendor: vendorDocument(entry.manifest.value.vendor),
    latest: Object.fromEntries(
      channels.flatMap((channel) => {
        const newest = standing.find((release) => release.channel === channel);
        return newest ? [[channel, latest(newest)]] : [];
      }),
    ),
    configurations: reach(standing),
    ...(subsystems.length > 0 && { subsystems }),
  };
}

const latest = ({ version, fileVersion, date }: Release): LatestRelease => ({
  version: version.text,
  ...(fileVersion !== undefined && { fileVersion }),
  date,
});

/** Names of subsystems that the catalogue tells of one extension: it is read whole by every installer that needs it. */
const MAX_SUBSYSTEMS = 32;

function adoptedSubsystems(builds: PreparedRelease['builds']): readonly string[] {
  const names = builds
    .flatMap(({ passport }) => passport?.value.objects ?? [])
    .filter(({ kind, belonging }) => kind === 'Subsystem' && belonging === 'adopted')
    .map(({ name }) => name);
  return [...new Set(names)].sort(compareText).slice(0, MAX_SUBSYSTEMS);
}

/** For each configuration the versions that some release is made for, sorted by name. */
function reach(releases: readonly Release[]): CatalogConfiguration[] {
  const made = releases.flatMap(({ builds }) => builds.flatMap(({ configurations }) => configurations));
  const byName = Map.groupBy(made, ({ name }) => name);
  return [...byName]
    .map(([name, entries]) => catalogConfiguration(name, entries))
    .toSorted((a, b) => compareText(a.name, b.name));
}

function catalogConfiguration(name: string, made: readonly BuildConfiguration[]): CatalogConfiguration {
  const tested = newest(made.flatMap((entry) => entry.tested ?? []));
  return {
    name,
    version: unionText(made.map(({ version }) => version)),
    ...(tested && { tested: tested.text }),
  };
}

const newest = (versions: readonly Version[]): Version | undefined =>
  versions.reduce<Version | undefined>(
    (best, version) => (best === undefined || compareVersions(version, best) > 0 ? version : best),
    undefined,
  );
