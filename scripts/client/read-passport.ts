import type { Passport } from '../model/passport.ts';
import { VerificationError } from '../verify/error.ts';
import type { PartialFile } from '../verify/artifact.ts';
import type { ChosenBuild } from './choose-build.ts';
import { downloadBuild, type DownloadWorld } from './download-build.ts';

/** Bytes of a passport that are believed: the longest that we know takes 300 KB. */
const MAX_PASSPORT_BYTES = 2 * 1024 * 1024;

/**
 * What a file says about itself, by the passport that the extension's document pins. `undefined` where none is pinned,
 * and where it cannot be had as it is pinned (a bundle carries none): nothing is known then, and nothing is believed.
 */
export async function readPassport(
  chosen: ChosenBuild,
  sources: DownloadWorld['sources'],
): Promise<Passport | undefined> {
  const pin = chosen.build.passport;
  if (pin === undefined) return undefined;
  const build = { file: `${chosen.build.file}.passport.json`, ...pin, configurations: [] };
  try {
    const bytes = await downloadBuild(
      { ...chosen, build },
      { sources, partial: NOTHING_KEPT, maxBytes: MAX_PASSPORT_BYTES },
    );
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isPassport(json) ? json : undefined;
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

const NOTHING_KEPT: PartialFile = {
  read: async () => new Uint8Array(),
  append: async () => undefined,
  clear: async () => undefined,
};

// The publisher's key vouches for the members; what must be found out is whether the format is known.
const isPassport = (json: unknown): json is Passport =>
  typeof json === 'object' && json !== null && 'formatVersion' in json && json.formatVersion === 1;
