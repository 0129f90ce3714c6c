import type { Reason } from '../../scripts/decide/offer.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import { wordReason } from '../../scripts/wording/word-client-code.ts';
import { configurationName } from './configuration-name.ts';
import type { Reader } from './reader.ts';
import { rangeText } from './range-text.ts';
import { channelText } from './release-marks.ts';

/** What an answer is worded with. */
export interface FitContext {
  readonly configurations: readonly Configuration[];
  readonly reader: Reader;
}

/**
 * Why something is not offered, in the words of every other client; but a page calls configurations by their titles
 * and says ranges in words.
 */
export function reasonText(reason: Reason, context: FitContext): string {
  const args = worded(reason.args, context);
  const { message, cure } = wordReason({ ...reason, args }, context.reader.locale);
  return `${message} ${cure}`.trim();
}

function worded(args: Reason['args'], { configurations, reader }: FitContext): Reason['args'] {
  const title = (name: string): string => configurationName(name, configurations, reader).title;
  const range = (text: string): string => rangeText(text, reader);
  const words: Readonly<Record<string, (value: string) => string>> = {
    configuration: title,
    range,
    required: range,
    updateFrom: range,
    channel: (name) => channelText(name, reader),
  };
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, words[name]?.(value) ?? value]),
  );
}
