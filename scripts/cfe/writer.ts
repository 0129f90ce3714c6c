import { numberAt, type BraceList } from './brace-node.ts';
import type { WriterFacts } from './facts.ts';

/**
 * Compatibility modes of the files in which a version of the properties tuple was seen. The platform that wrote such
 * a file is of that version or newer; every platform writes one version of the tuple.
 */
const SEEN_WITH: ReadonlyMap<number, string> = new Map([
  [52, '8.3.8 – 8.3.10'],
  [53, '8.3.9'],
  [56, '8.3.12 – 8.3.15'],
  [59, '8.3.10 – 8.3.14'],
  [62, '8.3.12 – 8.3.14'],
  [63, '8.3.15'],
  [67, '8.3.20 – 8.3.21'],
  [68, '8.3.20 – 8.3.27'],
  [76, '8.5'],
]);

/** Newest version of the tuple that platforms 8.3 write; newer ones come from 8.5. */
export const NEWEST_TUPLE_OF_8_3 = 68;

/** Which platform wrote the properties tuple. */
export function writerOf(properties: BraceList): WriterFacts {
  const tuple = numberAt(properties, 0) ?? 0;
  return { tuple, members: properties.length, platform: SEEN_WITH.get(tuple) ?? '' };
}
