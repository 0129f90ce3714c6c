import { isForConfiguration } from '../model/any-configuration.ts';
import type { BuildConfigurationDocument, BuildDocument, UnlockDocument } from '../model/documents.ts';
import type { BuildConfiguration, Unlock } from '../model/release.ts';
import type { PreparedBuild } from './prepared-extension.ts';

/** A build as extension documents have it: for all configurations it is made for, with its passport. */
export const buildDocument = ({ passport, ...prepared }: PreparedBuild): BuildDocument => ({
  ...withConfigurations(
    prepared,
    prepared.build.configurations.map((made) => ({ name: made.name, ...versionsOf(made) })),
  ),
  ...(passport && { passport: passport.pin }),
});

/** A build as one configuration's document has it; absent when it is not made for that configuration. */
export function buildForConfiguration(prepared: PreparedBuild, name: string): BuildDocument | undefined {
  const made = prepared.build.configurations.filter((candidate) => isForConfiguration(candidate, name));
  return made.length === 0 ? undefined : withConfigurations(prepared, made.map(versionsOf));
}

const withConfigurations = (
  { build, exclusive }: PreparedBuild,
  configurations: readonly BuildConfigurationDocument[],
): BuildDocument => ({
  file: build.file,
  ...(build.fileVersion !== undefined && { fileVersion: build.fileVersion }),
  length: build.length,
  sha256: build.sha256,
  ...(build.clear && { clear: { length: build.clear.length, sha256: build.clear.sha256 } }),
  ...(build.unlock && { unlock: build.unlock.map(unlockDocument) }),
  ...(build.urls.length > 0 && { urls: build.urls }),
  configurations,
  ...(exclusive && { exclusive }),
});

const unlockDocument = ({ product, month, sealed }: Unlock): UnlockDocument => ({ product, month, sealed });

const versionsOf = ({ version, tested }: BuildConfiguration): BuildConfigurationDocument => ({
  version: version.text,
  ...(tested && { tested: tested.text }),
});
