import type { DestinationErrorArguments } from '../destination/error.ts';
import { DESTINATION_EN } from './en/destination.ts';
import { DESTINATION_RU } from './ru/destination.ts';
import { wordIn, type Word } from './word-in.ts';

/** Why a tree was not put where people get it from. */
export const wordDestinationError: Word<DestinationErrorArguments> = wordIn({
  ru: DESTINATION_RU,
  en: DESTINATION_EN,
});
