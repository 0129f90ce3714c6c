import { VerificationError } from '../../scripts/verify/error.ts';
import { SHIPPED_PACE } from '../../scripts/verify/http-body.ts';
import { httpFetcher, SHIPPED_ANSWER_MS, type HttpOptions } from '../../scripts/verify/http-fetcher.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { memoryStore } from '../../scripts/verify/memory-store.ts';
import { trustRoot } from '../../scripts/verify/root.ts';
import { SHIPPED_SCHEMES } from '../../scripts/verify/scheme.ts';
import type { TrustedRepository } from '../../scripts/verify/trusted-repository.ts';
import { refresh } from '../../scripts/verify/update.ts';
import type { Fetcher, World } from '../../scripts/verify/world.ts';

/** What a page is given when it is built. */
export interface PageRepository {
  /** Path of the repository on the page's own host; ends with `/`. */
  readonly base: string;
  /** The root metadata that the page trusts, as text. */
  readonly root: string;
}

/** How pages ask: as every client, by the browser's own `fetch`. */
export const HTTP: HttpOptions = {
  fetch: (url, init) => window.fetch(url, init),
  pace: SHIPPED_PACE,
  answerMs: SHIPPED_ANSWER_MS,
};

/** Fetches files of the repository beside the page; nothing that it says is believed. */
export const pageFetcher = ({ base }: PageRepository): Fetcher =>
  httpFetcher(new URL(base, location.href), HTTP);

/**
 * The repository beside this page, verified here from the page's own root. A visit keeps nothing, so it cannot notice
 * that it is shown an older repository than the last time; installers can.
 *
 * @param now when the person asked
 * @throws {VerificationError}
 */
export async function openPageRepository(page: PageRepository, now: Date): Promise<TrustedRepository> {
  const fetch = pageFetcher(page);
  try {
    return await refreshFrom(page, withoutNewerRoots(fetch), now);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return refreshFrom(page, fetch, now);
  }
}

async function refreshFrom(page: PageRepository, fetch: Fetcher, now: Date): Promise<TrustedRepository> {
  const world: World = {
    now,
    fetch,
    store: memoryStore(),
    schemes: SHIPPED_SCHEMES,
    limits: SHIPPED_LIMITS,
    expiry: 'enforce',
  };
  await trustRoot(new TextEncoder().encode(page.root), world);
  return refresh(world);
}

/**
 * A page and its repository are published together, so its root is the newest one unless the browser kept an old page.
 * Asking for the next root is therefore left for the second try: every visit would ask for a file that is not there.
 */
const withoutNewerRoots =
  (fetch: Fetcher): Fetcher =>
  async (path, options) =>
    /^metadata\/\d+\.root\.json$/.test(path) ? { kind: 'absent' } : fetch(path, options);
