import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import type { Chip, Link } from './chip.ts';
import { dateText } from './date-text.ts';
import type { Reader } from './reader.ts';
import { releaseMarks } from './release-marks.ts';

/** A release in a list. */
export interface ReleaseRow {
  readonly release: Link;
  readonly date: string;
  readonly isoDate: string;
  readonly marks: readonly Chip[];
  readonly brief: string;
  readonly isWithdrawn: boolean;
}

/** The line of a release of extension `id`. */
export const releaseRow = (id: string, release: ReleaseDocument, reader: Reader): ReleaseRow => ({
  release: {
    text: release.version,
    href: reader.address.release(reader.locale, id, release.version),
  },
  date: dateText(release.date, reader.locale),
  isoDate: release.date,
  marks: releaseMarks(release, reader),
  brief: release.brief === undefined ? '' : reader.say(release.brief),
  isWithdrawn: release.withdrawn !== undefined,
});
