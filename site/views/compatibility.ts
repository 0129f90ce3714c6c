import type { ExtensionDocument, ReleaseDocument } from '../../scripts/model/documents.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import { compareText } from '../../scripts/model/problem.ts';
import { buildFileView } from './build-file.ts';
import type { Chip, Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';
import { releaseMarks } from './release-marks.ts';

/** One line of the compatibility table: the newest release of a channel for one configuration. */
export interface CompatibilityRow {
  readonly configuration: string;
  readonly channel: string;
  readonly versions: string;
  readonly tested?: string;
  readonly release: Link;
  readonly marks: readonly Chip[];
  readonly download: Link;
}

/**
 * What an extension is made for: for every configuration the newest release of each channel, sorted by the title of
 * the configuration. A release that is older than one of a channel at least as stable, for the same configuration,
 * is not worth a line. Withdrawn releases never appear.
 */
export function compatibilityRows(
  document: ExtensionDocument,
  configurations: readonly Configuration[],
  reader: Reader,
): readonly CompatibilityRow[] {
  /** By configuration: the most stable channel (its place in the list) of the newer releases. */
  const stablest = new Map<string, number>();
  const rows: CompatibilityRow[] = [];
  for (const release of document.releases) {
    if (release.withdrawn !== undefined) continue;
    const channel = document.channels.indexOf(release.channel);
    const candidates = candidatesOf(release, { document, configurations, reader });
    const shown = candidates.filter(({ name }) => channel < (stablest.get(name) ?? Infinity));
    rows.push(...shown.map(({ row }) => row));
    for (const { name } of shown) stablest.set(name, channel);
  }
  // The sort is stable, so among channels of one configuration the most stable one comes first.
  const stableFirst = document.channels.flatMap((channel) => rows.filter((row) => row.channel === channel));
  return stableFirst.toSorted((a, b) => compareText(a.configuration, b.configuration));
}

interface Candidate {
  readonly name: string;
  readonly row: CompatibilityRow;
}

interface Context {
  readonly document: ExtensionDocument;
  readonly configurations: readonly Configuration[];
  readonly reader: Reader;
}

function candidatesOf(release: ReleaseDocument, context: Context): readonly Candidate[] {
  const { document, configurations, reader } = context;
  const link = reader.address.release(reader.locale, document.id, release.version);
  return release.builds.flatMap((build) => {
    const file = buildFileView(build, { id: document.id, version: release.version, configurations }, reader);
    return build.configurations.map(({ name = '', version, tested }) => ({
      name,
      row: {
        configuration: configurationName(name, configurations, reader).title,
        channel: release.channel,
        versions: rangeText(version, reader),
        ...(tested === undefined ? {} : { tested }),
        release: { text: release.version, href: link },
        marks: releaseMarks(release, reader),
        download: { text: file.file, href: file.href },
      },
    }));
  });
}
