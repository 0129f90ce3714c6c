import type { ConfigurationExtension } from '../model/documents.ts';
import type { InstalledExtension } from '../model/environment.ts';
import { reportedVersions } from '../model/file-version.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { Version } from '../model/version.ts';
import type { Installed } from './step.ts';

/**
 * Which release an infobase has (`formats.md`, section 8): the one that the installer remembers; else the newest one
 * whose files report that text; else the version that the text says.
 */
export function installedRelease(
  { version, remembered }: InstalledExtension,
  extension: Pick<ConfigurationExtension, 'id' | 'releases' | 'fileVersions'>,
): Exclude<Installed, undefined> {
  const known = remembered?.id === extension.id ? parseVersion(remembered.version) : undefined;
  return known ?? newestThatReports(version, extension) ?? parseVersion(version) ?? 'unreadable';
}

function newestThatReports(
  text: string,
  { releases, fileVersions = [] }: Pick<ConfigurationExtension, 'releases' | 'fileVersions'>,
): Version | undefined {
  const whole = releases.filter((release) => reportedVersions(release).has(text));
  const left = fileVersions.filter(({ fileVersion }) => fileVersion === text);
  return [...whole, ...left]
    .flatMap(({ version }) => parseVersion(version) ?? [])
    .reduce<Version | undefined>(
      (newest, version) => (newest === undefined || compareVersions(version, newest) > 0 ? version : newest),
      undefined,
    );
}
