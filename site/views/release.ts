import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import { buildFileView, type BuildFileView } from './build-file.ts';
import type { Chip, Link } from './chip.ts';
import { dateText } from './date-text.ts';
import type { ExtensionPage } from './extension.ts';
import { installGuide, type InstallGuide } from './install-guide.ts';
import type { Reader } from './reader.ts';
import { releaseChanges, type ReleaseChanges } from './release-changes.ts';
import { releaseMarks } from './release-marks.ts';
import { hashCommands, type HashCommand } from './verify-by-hand.ts';

/** Why a release must not be installed any more. */
export interface WithdrawalView {
  readonly title: string;
  readonly reason: string;
  readonly replacement?: Link;
}

/** The whole page of a release; its notes are drawn separately, because they are a stranger's text. */
export interface ReleaseView {
  readonly title: string;
  readonly extension: Link;
  readonly version: string;
  readonly description: string;
  readonly released: string;
  readonly isoDate: string;
  readonly marks: readonly Chip[];
  readonly withdrawal?: WithdrawalView;
  readonly files: readonly BuildFileView[];
  readonly changes?: ReleaseChanges;
  /** Absent for withdrawn releases: nobody should install them. */
  readonly guide?: InstallGuide;
  readonly commands: readonly HashCommand[];
  readonly older?: Link;
  readonly newer?: Link;
  /** Sections of the page that exist, for the links at its top. */
  readonly sections: readonly Link[];
}

/** The page of one release of `page.document`. */
export function releaseView(release: ReleaseDocument, page: ExtensionPage, reader: Reader): ReleaseView {
  const { document, configurations } = page;
  const title = reader.say(document.title);
  const context = { id: document.id, version: release.version, configurations };
  const [firstBuild] = release.builds;
  const changes = releaseChanges(release, page, reader);
  return {
    title: reader.texts.release.title(title, release.version),
    extension: { text: title, href: reader.address.extension(reader.locale, document.id) },
    version: release.version,
    description: reader.say(release.brief ?? document.summary),
    released: reader.texts.release.released(dateText(release.date, reader.locale)),
    isoDate: release.date,
    marks: releaseMarks(release, reader),
    ...withdrawalOf(release, page, reader),
    files: release.builds.map((build) => buildFileView(build, context, reader)),
    ...(changes && { changes }),
    ...(release.withdrawn === undefined ? { guide: guideOf(release, page, reader) } : {}),
    commands: firstBuild === undefined ? [] : hashCommands(firstBuild.file),
    ...neighbours(release, page, reader),
    sections: sectionLinks({ ...release, changes }, reader),
  };
}

/** What decides which sections a page has. */
type Sections = Pick<ReleaseDocument, 'withdrawn'> & { readonly changes: ReleaseChanges | undefined };

function sectionLinks({ withdrawn, changes }: Sections, { texts }: Reader): readonly Link[] {
  const words = texts.release;
  return [
    { href: '#notes', text: words.notes },
    { href: '#files', text: words.files },
    ...(changes === undefined ? [] : [{ href: '#changes', text: texts.changes.title }]),
    ...(withdrawn === undefined ? [{ href: '#install', text: words.install }] : []),
    { href: '#verify', text: words.verify },
  ];
}

function guideOf(release: ReleaseDocument, page: ExtensionPage, reader: Reader): InstallGuide {
  const passports = [...page.passportsOf(release.version).values()];
  const services = passports.flatMap((passport) => passport.httpServices);
  return installGuide(release, { services, installer: page.installer }, reader);
}

function withdrawalOf(
  { withdrawn }: ReleaseDocument,
  page: ExtensionPage,
  reader: Reader,
): Pick<ReleaseView, 'withdrawal'> {
  if (withdrawn === undefined) return {};
  return {
    withdrawal: {
      title: reader.texts.release.withdrawnTitle(dateText(withdrawn.date, reader.locale)),
      reason: reader.say(withdrawn.reason),
      ...(withdrawn.replacement === undefined
        ? {}
        : { replacement: linkTo(withdrawn.replacement, page, reader) }),
    },
  };
}

/** Releases before and after this one; documents list the newest first. */
function neighbours(
  release: ReleaseDocument,
  page: ExtensionPage,
  reader: Reader,
): Pick<ReleaseView, 'older' | 'newer'> {
  const { releases } = page.document;
  const at = releases.indexOf(release);
  const older = at < 0 ? undefined : releases[at + 1];
  const newer = at < 0 ? undefined : releases[at - 1];
  return {
    ...(older === undefined ? {} : { older: linkTo(older.version, page, reader) }),
    ...(newer === undefined ? {} : { newer: linkTo(newer.version, page, reader) }),
  };
}

const linkTo = (version: string, { document }: ExtensionPage, reader: Reader): Link => ({
  text: version,
  href: reader.address.release(reader.locale, document.id, version),
});
