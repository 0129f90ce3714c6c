import type { GithubRelease } from '../../github/releases.ts';
import type { Session } from '../session/session.ts';
import { fileName, MAX_FOUND, type FoundFile, type FoundFiles } from './found-file.ts';
import { toldNotes } from './told-notes.ts';

/** The `.cfe` files of releases on GitHub. The tag is only shown: the version is the one inside the file. */
export function releaseFiles(
  releases: readonly GithubRelease[],
  api: { readonly address: string; readonly repository: string },
  { text }: Session,
): FoundFiles {
  const found = releases.flatMap((release) =>
    release.assets.flatMap((asset): FoundFile[] => {
      const name = fileName(asset.name);
      if (name === undefined) return [];
      const url = new URL(`${api.address}/repos/${api.repository}/releases/assets/${asset.id}`);
      const digest = asset.sha256 && { kind: 'sha256' as const, hex: asset.sha256 };
      return [
        {
          name,
          url,
          shown: `${release.tag} ${asset.name}`,
          length: asset.size,
          ...(digest && { digest }),
          told: toldOf(release),
        },
      ];
    }),
  );
  const left = found.length - MAX_FOUND;
  return { found: found.slice(0, MAX_FOUND), refused: left > 0 ? [text.import.tooMany(left)] : [] };
}

function toldOf({ body, publishedAt, isPrerelease }: GithubRelease): FoundFile['told'] {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt)?.[0];
  return { ...(date !== undefined && { date }), isPrerelease, notes: toldNotes(body) };
}
