import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import { chip, type Chip } from './chip.ts';
import type { Reader } from './reader.ts';

/** The channel in words; a channel that we have no word for is shown by its name. */
export const channelText = (channel: string, reader: Reader): string =>
  reader.texts.marks.channels.get(channel) ?? channel;

/** The marks of a release: withdrawn or not, channel, importance when it is unusual, staged rollout. */
export const releaseMarks = (release: ReleaseDocument, reader: Reader): readonly Chip[] => [
  ...withdrawalMark(release, reader),
  chip(channelText(release.channel, reader), release.channel === 'stable' ? 'good' : 'caution'),
  ...importanceMark(release, reader),
  ...rolloutMark(release, reader),
];

const withdrawalMark = ({ withdrawn }: ReleaseDocument, reader: Reader): readonly Chip[] =>
  withdrawn === undefined ? [] : [chip(reader.texts.marks.withdrawn, 'danger')];

function importanceMark({ importance = 'normal' }: ReleaseDocument, reader: Reader): readonly Chip[] {
  if (importance === 'normal') return [];
  return [chip(reader.texts.marks.importance[importance], importance === 'critical' ? 'danger' : 'neutral')];
}

function rolloutMark({ rollout, withdrawn }: ReleaseDocument, reader: Reader): readonly Chip[] {
  if (rollout === undefined || withdrawn !== undefined) return [];
  if (rollout.pausedAt !== null) return [chip(reader.texts.marks.rolloutPaused, 'caution')];
  return rollout.percent >= 100 ? [] : [chip(reader.texts.marks.rollout(rollout.percent), 'neutral')];
}

/** The mark of the price. */
export const priceMark = (price: 'free' | 'paid', reader: Reader): Chip =>
  price === 'free' ? chip(reader.texts.marks.free, 'good') : chip(reader.texts.marks.paid, 'neutral');
