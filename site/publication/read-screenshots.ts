import { createHash } from 'node:crypto';
import type { ExtensionEntry, ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { PictureType } from '../../scripts/model/screenshot.ts';
import type { PublishedScreenshot } from './publication.ts';

const ENDINGS: Readonly<Record<PictureType, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' };

/**
 * Screenshots of each extension by its id. The ending says what the bytes are, so that no server says otherwise; what
 * is no picture is left out, and `check` says so.
 */
export async function readScreenshots({
  extensions,
}: ReleaseTree): Promise<ReadonlyMap<string, readonly PublishedScreenshot[]>> {
  const screenshots = new Map<string, readonly PublishedScreenshot[]>();
  for (const extension of extensions) screenshots.set(extension.id, await screenshotsOf(extension));
  return screenshots;
}

async function screenshotsOf({ manifest, screenshots }: ExtensionEntry): Promise<PublishedScreenshot[]> {
  const published: PublishedScreenshot[] = [];
  for (const { file, alt } of manifest.value.screenshots ?? []) {
    const found = screenshots?.get(file);
    if (found?.picture === undefined) continue;
    const { type, width, height } = found.picture;
    const digest = createHash('sha256')
      .update(await found.read())
      .digest('hex')
      .slice(0, 16);
    published.push({ name: `${digest}.${ENDINGS[type]}`, alt, source: found.file, width, height });
  }
  return published;
}
