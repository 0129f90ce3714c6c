import type { ExtensionDocument, ReleaseDocument } from '../../scripts/model/documents.ts';

/**
 * Newest release of every channel that is not withdrawn, the most stable channel first. A channel whose newest
 * release is older than a more stable one's has nothing to offer. Documents list the newest release first.
 */
export function newestByChannel({ channels, releases }: ExtensionDocument): readonly ReleaseDocument[] {
  const current = releases.filter((release) => release.withdrawn === undefined);
  const shown: ReleaseDocument[] = [];
  for (const channel of channels) {
    const at = current.findIndex((release) => release.channel === channel);
    const found = current[at];
    if (found === undefined || shown.some((stabler) => current.indexOf(stabler) < at)) continue;
    shown.push(found);
  }
  return shown;
}
