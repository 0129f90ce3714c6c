import { FORMAT_VERSION } from '../model/format-version.ts';
import { ANY_CONFIGURATION, isForConfiguration } from '../model/any-configuration.ts';
import type {
  ConfigurationDocument,
  ConfigurationExtension,
  FileVersionDocument,
  ReleaseDocument,
} from '../model/documents.ts';
import { offerable } from '../decide/coverage.ts';
import type { Configuration } from '../model/extension.ts';
import { reportedVersions } from '../model/file-version.ts';
import { buildForConfiguration } from './build-document.ts';
import { configurationIdentity } from './identity-document.ts';
import type { PreparedExtension, PreparedRelease } from './prepared-extension.ts';
import { releaseFacts, withdrawalDocument } from './release-document.ts';
import { shortened } from './release-texts.ts';

/**
 * `configurations/<Имя>.json`: what is made for one configuration; with `EVERY_CONFIGURATION`, `any-configuration.json`.
 * Extensions without anything for it are left out.
 */
export function configurationDocument(
  configuration: Configuration,
  extensions: readonly PreparedExtension[],
  channels: readonly string[],
): ConfigurationDocument {
  return {
    type: 'configuration',
    formatVersion: FORMAT_VERSION,
    configuration: configurationIdentity(configuration),
    channels,
    extensions: extensions.flatMap((extension) => extensionFor(configuration.name, extension, channels)),
  };
}

function extensionFor(
  name: string,
  { head, releases }: PreparedExtension,
  channels: readonly string[],
): ConfigurationExtension[] {
  const made = releases.filter((release) => isMadeFor(release, name));
  if (made.length === 0) return [];
  const withdrawn = made.flatMap(({ release }) =>
    release.withdrawn ? [{ version: release.version.text, ...withdrawalDocument(release.withdrawn) }] : [],
  );
  const offered = new Set(
    offerable(
      made.map(({ release }) => release),
      name,
      channels,
    ),
  );
  const fileVersions = fileVersionsOf(made.filter(({ release }) => !offered.has(release)));
  return [
    {
      ...head,
      releases: made
        .filter(({ release }) => offered.has(release))
        .map((release) => releaseFor(name, release)),
      ...(withdrawn.length > 0 && { withdrawn }),
      ...(fileVersions.length > 0 && { fileVersions }),
    },
  ];
}

/** What stands for the configuration in `any-configuration.json`. */
export const EVERY_CONFIGURATION: Configuration = {
  name: ANY_CONFIGURATION,
  title: { ru: 'Любая конфигурация', en: 'Any configuration' },
  edition: '',
  family: '',
};

const isMadeFor = ({ release }: PreparedRelease, name: string): boolean =>
  release.builds.some(({ configurations }) => configurations.some((made) => isForConfiguration(made, name)));

/** Newest first: of two releases whose files say the same, an infobase is taken to have the newer one. */
const fileVersionsOf = (left: readonly PreparedRelease[]): readonly FileVersionDocument[] =>
  left.flatMap(
    ({
      release: {
        version: { text: version },
        fileVersion,
        builds,
      },
    }) =>
      [...reportedVersions({ version, ...(fileVersion !== undefined && { fileVersion }), builds })]
        .filter((reported) => reported !== version)
        .map((reported) => ({ version, fileVersion: reported })),
  );

const releaseFor = (name: string, { release, brief, builds }: PreparedRelease): ReleaseDocument => ({
  ...releaseFacts(release),
  ...(brief && { brief: shortened(brief) }),
  builds: builds.flatMap((build) => buildForConfiguration(build, name) ?? []),
});
