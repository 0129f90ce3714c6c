import type { ExtensionHead, PinnedFile } from '../model/documents.ts';
import type { Passport } from '../model/passport.ts';
import type { Build, Release } from '../model/release.ts';
import type { ExtensionEntry, ReleaseEntry } from '../model/release-tree.ts';
import { LOCALES } from '../model/text.ts';
import type { LocalizedText, Locale } from '../model/text.ts';
import type { CatalogSources } from './catalog-build.ts';
import { encodeDocument } from './encode-document.ts';
import { textDocument } from './identity-document.ts';
import { conflictDocument } from './migration-document.ts';
import { passportDocument } from './passport-document.ts';
import { pinned } from './pinned.ts';
import { briefOfNotes, notesOf } from './release-texts.ts';

/** An extension with its releases, newest first, and with what several documents need of it, worked out once. */
export interface PreparedExtension {
  readonly entry: ExtensionEntry;
  readonly head: ExtensionHead;
  readonly agreements: readonly PreparedAgreement[];
  readonly releases: readonly PreparedRelease[];
}

/** The licence agreement in one language. */
export interface PreparedAgreement {
  readonly locale: Locale;
  readonly bytes: Uint8Array;
  readonly pin: PinnedFile;
}

/** One release of a prepared extension. */
export interface PreparedRelease {
  readonly entry: ReleaseEntry;
  readonly release: Release;
  readonly builds: readonly PreparedBuild[];
  readonly notes?: LocalizedText;
  readonly brief?: LocalizedText;
}

/** A build of a release together with what its file says. */
export interface PreparedBuild {
  readonly build: Build;
  /** Installing needs every other session to leave. */
  readonly exclusive: boolean;
  readonly passport?: { readonly value: Passport; readonly pin: PinnedFile };
}

/** Gathers what the documents of one extension are made of. */
export function prepareExtension(entry: ExtensionEntry, sources: CatalogSources): PreparedExtension {
  return {
    entry,
    head: headOf(entry),
    agreements: LOCALES.flatMap((locale) => prepareAgreement(locale, entry.eula.get(locale), sources)),
    releases: entry.releases.toReversed().map((release) => prepareRelease(entry.id, release, sources)),
  };
}

function headOf({ id, manifest: { value } }: ExtensionEntry): ExtensionHead {
  return {
    id,
    name: value.name,
    title: textDocument(value.title),
    price: value.price,
    ...(value.products.length > 0 && { products: value.products }),
    ...(value.conflicts.length > 0 && { conflicts: value.conflicts.map(conflictDocument) }),
  };
}

function prepareAgreement(
  locale: Locale,
  file: string | undefined,
  { readAgreement }: CatalogSources,
): PreparedAgreement[] {
  if (file === undefined) return [];
  const bytes = readAgreement(file);
  return [{ locale, bytes, pin: pinned(bytes) }];
}

function prepareRelease(id: string, entry: ReleaseEntry, sources: CatalogSources): PreparedRelease {
  const release = entry.manifest.value;
  const notes = notesOf(entry.notes);
  const brief = notes && briefOfNotes(notes);
  const builds = release.builds.map((build) => {
    const place = { extension: id, version: release.version.text, file: build.file };
    return prepareBuild(release, build, entry.passports.get(build.file) ?? sources.passportOf?.(place));
  });
  return { entry, release, builds, ...(notes && { notes }), ...(brief && { brief }) };
}

function prepareBuild({ install }: Release, build: Build, passport: Passport | undefined): PreparedBuild {
  // 1C changes the data structure of an infobase only with every other session gone.
  const exclusive = install.exclusive === 'always' || passport?.changesDataStructure === true;
  if (passport === undefined) return { build, exclusive };
  const value = passportDocument(passport);
  return { build, exclusive, passport: { value, pin: pinned(encodeDocument(value)) } };
}
