import type { Publisher } from '../../scripts/model/extension.ts';
import type { Link } from './chip.ts';
import { installerPage } from './installer.ts';
import type { Reader } from './reader.ts';

/** The line at the foot of every page. */
export interface SiteFooter {
  readonly publisher: string;
  readonly email?: string;
  readonly trust: Link;
  /** Absent where the publisher hands no installer over. */
  readonly installer?: Link;
}

/** What a footer follows from. */
export interface FooterMaterial {
  readonly publisher: Pick<Publisher, 'name' | 'email'>;
  readonly hasInstaller: boolean;
}

/** Who publishes, where to write, and where to verify. */
export const siteFooter = ({ publisher, hasInstaller }: FooterMaterial, reader: Reader): SiteFooter => ({
  publisher: reader.say(publisher.name),
  ...(publisher.email === undefined ? {} : { email: publisher.email }),
  ...(hasInstaller && { installer: installerPage(reader) }),
  trust: { text: reader.texts.shell.signed, href: reader.address.page(reader.locale, 'trust') },
});
