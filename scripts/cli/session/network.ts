import { httpFetcher, SHIPPED_ANSWER_MS, type HttpOptions } from '../../verify/http-fetcher.ts';
import { SHIPPED_PACE } from '../../verify/http-body.ts';
import type { Fetcher } from '../../verify/world.ts';
import { WrongUse } from './exit-code.ts';
import type { World } from './world.ts';

/** How this program reaches repositories: patience and limits as shipped. */
export const httpOptions = ({ fetch }: Pick<World, 'fetch'>): HttpOptions => ({
  fetch: (url, init) => fetch(url, init),
  pace: SHIPPED_PACE,
  answerMs: SHIPPED_ANSWER_MS,
});

/** The address of a repository, ending with `/`. */
export function repositoryAddress(text: string): URL {
  if (!URL.canParse(text)) throw new WrongUse(({ message }) => message.badAddress(text));
  const url = new URL(text.endsWith('/') ? text : `${text}/`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new WrongUse(({ message }) => message.badAddress(text));
  return url;
}

/** Fetches files of a repository. */
export const repositoryFetcher = (address: string, world: Pick<World, 'fetch'>): Fetcher =>
  httpFetcher(repositoryAddress(address), httpOptions(world));
