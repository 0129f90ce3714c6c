import type { ConfigurationExtension, WithdrawalDocument } from '../model/documents.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { Version } from '../model/version.ts';

/** A withdrawn version of an extension. */
export interface WithdrawnVersion {
  readonly version: Version;
  readonly withdrawal: WithdrawalDocument;
}

/** Withdrawn versions, newest first: from the list of a configuration document and from the releases themselves. */
export function withdrawnVersions(extension: ConfigurationExtension): readonly WithdrawnVersion[] {
  const listed = (extension.withdrawn ?? []).map(({ version, ...withdrawal }) => ({ version, withdrawal }));
  const released = extension.releases.map(({ version, withdrawn }) => ({ version, withdrawal: withdrawn }));
  return [...listed, ...released]
    .flatMap(({ version: text, withdrawal }) => {
      const version = parseVersion(text);
      return version && withdrawal ? [{ version, withdrawal }] : [];
    })
    .toSorted((a, b) => compareVersions(b.version, a.version));
}

/** Why a version was withdrawn; `undefined` when it was not. */
export const withdrawalOf = (
  withdrawn: readonly WithdrawnVersion[],
  version: Version,
): WithdrawalDocument | undefined =>
  withdrawn.find((known) => compareVersions(known.version, version) === 0)?.withdrawal;
