import type { ExtensionFacts } from '../../cfe/index.ts';
import { compareVersions, parseVersion, type Version } from '../../model/version.ts';
import type { WrittenRelease } from '../../source/index.ts';

/** What the files themselves ask of an infobase and of its administrator. */
export function needsOf(files: readonly ExtensionFacts[]): Pick<WrittenRelease, 'requires' | 'install'> {
  const platform = leastPlatform(files.map((facts) => facts.extensionCompatibilityMode));
  const hasHttpServices = files.some(({ httpServices }) => httpServices.length > 0);
  return {
    ...(platform && { requires: { platform: `>=${platform.text}` } }),
    ...(hasHttpServices && { install: { publish: ['httpServices'] } }),
  };
}

/** An extension attaches from the platform on that its compatibility mode names; several files need the newest of them. */
function leastPlatform(modes: readonly string[]): Version | undefined {
  const versions = modes.map((mode) =>
    parseVersion(/^Version(\d+(?:_\d+)*)$/.exec(mode)?.[1]?.replaceAll('_', '.') ?? ''),
  );
  return versions
    .filter((version) => version !== undefined)
    .toSorted(compareVersions)
    .at(-1);
}
