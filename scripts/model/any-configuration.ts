import { parseRange, type VersionRange } from './version-range.ts';

/**
 * Name that stands for every configuration, self-written ones included, in a build whose file adopts nothing but the
 * language (`configurations: any` in a manifest). No configuration can have it: names are identifiers.
 */
export const ANY_CONFIGURATION = '*';

/** Every version of it. */
export const ANY_VERSION: VersionRange = parseRange('*') ?? { text: '*', alternatives: [], intervals: [] };

/**
 * Whether what a build says of a configuration speaks of the configuration `name`.
 *
 * @param own configuration that is meant where a document names none: its own
 */
export const isForConfiguration = (made: { readonly name?: string }, name: string, own?: string): boolean => {
  const meant = made.name ?? own;
  return meant === name || meant === ANY_CONFIGURATION;
};
