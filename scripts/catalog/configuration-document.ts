import { FORMAT_VERSION } from '../model/format-version.ts';
import type { ConfigurationDocument, ConfigurationExtension, ReleaseDocument } from '../model/documents.ts';
import { offerable } from '../decide/coverage.ts';
import type { Configuration } from '../model/extension.ts';
import { buildForConfiguration } from './build-document.ts';
import { configurationIdentity } from './identity-document.ts';
import type { PreparedExtension, PreparedRelease } from './prepared-extension.ts';
import { releaseFacts, withdrawalDocument } from './release-document.ts';
import { shortened } from './release-texts.ts';

/** `configurations/<Имя>.json`: what is made for one configuration. Extensions without anything for it are left out. */
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
  return [
    {
      ...head,
      releases: made
        .filter(({ release }) => offered.has(release))
        .map((release) => releaseFor(name, release)),
      ...(withdrawn.length > 0 && { withdrawn }),
    },
  ];
}

const isMadeFor = ({ release }: PreparedRelease, name: string): boolean =>
  release.builds.some(({ configurations }) => configurations.some((made) => made.name === name));

const releaseFor = (name: string, { release, brief, builds }: PreparedRelease): ReleaseDocument => ({
  ...releaseFacts(release),
  ...(brief && { brief: shortened(brief) }),
  builds: builds.flatMap((build) => buildForConfiguration(build, name) ?? []),
});
