import { z } from 'zod';
import type { DayDownloads, ExtensionDownloads, StatisticsDocument } from '../model/statistics.ts';
import { day, formatVersion, listOf, objectOf, version } from './schema-pieces.ts';

const count = z.int().min(0).describe('Whole files that were downloaded.');

const extension = objectOf<ExtensionDownloads>()({
  id: z.string(),
  total: count.describe('All that were ever counted, also on days that are no longer listed.'),
  releases: listOf(objectOf<ExtensionDownloads['releases'][number]>()({ version, downloads: count })),
  days: listOf(objectOf<DayDownloads>()({ date: day, downloads: count })).describe(
    'The last year, UTC, oldest first; days without downloads are left out.',
  ),
});

/** `statistics.json`; published only where somebody counts. */
export const statisticsDocument = objectOf<StatisticsDocument>()({
  type: z.literal('statistics'),
  formatVersion,
  through: day.describe('Last day that some source was counted through.'),
  extensions: listOf(extension),
}).describe('How often extensions were downloaded, by release and day.');
