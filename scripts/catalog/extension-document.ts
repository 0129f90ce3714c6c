import { FORMAT_VERSION } from '../model/format-version.ts';
import type { ExtensionDocument, PinnedFile, ReleaseDocument } from '../model/documents.ts';
import type { LocalizedText } from '../model/text.ts';
import { buildDocument } from './build-document.ts';
import { textDocument, vendorDocument } from './identity-document.ts';
import { migrationHead } from './migration-document.ts';
import type { PreparedExtension, PreparedRelease } from './prepared-extension.ts';
import { releaseFacts, withdrawalDocument } from './release-document.ts';

/**
 * Bytes of notes that one extension document carries. A document may have 8 MB (`formats.md`, section 3), and two
 * thousand releases without notes fill a sixth of that. Older notes stay on the site.
 */
export const NOTES_BUDGET = 4 * 1024 * 1024;

/** `extensions/<id>.json`: one extension with its whole history, newest release first. */
export function extensionDocument(
  extension: PreparedExtension,
  channels: readonly string[],
): ExtensionDocument {
  const { head, entry, agreements, releases } = extension;
  const pins: readonly (readonly [string, PinnedFile])[] = agreements.map(({ locale, pin }) => [locale, pin]);
  const noted = countWithinBudget(releases);
  return {
    type: 'extension',
    formatVersion: FORMAT_VERSION,
    ...head,
    summary: textDocument(entry.manifest.value.summary),
    vendor: vendorDocument(entry.manifest.value.vendor),
    ...(pins.length > 0 && { eula: Object.fromEntries(pins) }),
    channels,
    ...(entry.migrations && {
      migrations: entry.migrations.map(({ manifest }) => migrationHead(manifest.value)),
    }),
    releases: releases.map((release, at) => releaseDocument(release, at < noted ? release.notes : undefined)),
  };
}

function releaseDocument(prepared: PreparedRelease, notes: LocalizedText | undefined): ReleaseDocument {
  const { release, brief, builds } = prepared;
  return {
    ...releaseFacts(release),
    ...(release.withdrawn && { withdrawn: withdrawalDocument(release.withdrawn) }),
    ...(brief && { brief }),
    ...(notes && { notes }),
    builds: builds.map(buildDocument),
  };
}

/** How many of the newest releases have notes that fit into the budget together. */
function countWithinBudget(releases: readonly PreparedRelease[]): number {
  let left = NOTES_BUDGET;
  const over = releases.findIndex(({ notes }) => {
    left -= notes === undefined ? 0 : bytesOf(notes.ru) + bytesOf(notes.en ?? '');
    return left < 0;
  });
  return over === -1 ? releases.length : over;
}

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');
