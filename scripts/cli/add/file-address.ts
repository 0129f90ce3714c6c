import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { OfferedFile } from './offered-file.ts';

/** Addresses that the options give a file, in their order; none where it is published from the tree. Throws `WrongUse`. */
export function addressesOf(
  file: Pick<OfferedFile, 'name'>,
  { urls, offered }: { readonly urls: readonly string[]; readonly offered: readonly unknown[] },
  { text }: Pick<Session, 'text'>,
): readonly string[] {
  return urls.flatMap((written) => {
    const [, named, url = written] = /^([^=/]+)=(https:\/\/.*)$/.exec(written) ?? [];
    if (!url.startsWith('https://') || !URL.canParse(url))
      throw new WrongUse(text.message.badAddress(written));
    if (named === undefined && offered.length > 1) throw new WrongUse(text.add.urlNeedsFile);
    return named === undefined || named === file.name ? [url] : [];
  });
}
