import type { Publisher } from '../../scripts/model/extension.ts';
import type { Link } from './chip.ts';
import type { Reader } from './reader.ts';

/** The line at the foot of every page. */
export interface SiteFooter {
  readonly publisher: string;
  readonly email?: string;
  readonly trust: Link;
}

/** Who publishes, where to write, and where to verify. */
export const siteFooter = (publisher: Pick<Publisher, 'name' | 'email'>, reader: Reader): SiteFooter => ({
  publisher: reader.say(publisher.name),
  ...(publisher.email === undefined ? {} : { email: publisher.email }),
  trust: { text: reader.texts.shell.signed, href: reader.address.page(reader.locale, 'trust') },
});
