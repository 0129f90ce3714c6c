import type { ExtensionPage } from './extension.ts';
import { newestByChannel } from './newest-by-channel.ts';
import { compatibilityRows } from './compatibility.ts';
import type { Reader } from './reader.ts';

/** A badge: two short texts beside each other, for pages of other sites. */
export interface Badge {
  /** Path of the picture. */
  readonly href: string;
  readonly label: string;
  readonly value: string;
}

/** The newest stable version, and the newest configuration versions that it was tried with. */
export function extensionBadges(
  page: Pick<ExtensionPage, 'document' | 'configurations'>,
  reader: Reader,
): readonly Badge[] {
  const { document, configurations } = page;
  const [newest] = newestByChannel(document);
  const folder = `${reader.address.extension(reader.locale, document.id)}badges/`;
  if (newest === undefined) return [];
  const rows = compatibilityRows(document, configurations, reader).filter(
    ({ release }) => release.text === newest.version,
  );
  return [
    { href: `${folder}version.svg`, label: reader.say(document.title), value: newest.version },
    ...rows.map(({ configuration, versions, tested }, at) => ({
      href: `${folder}compatibility-${at + 1}.svg`,
      label: configuration,
      value: tested ?? versions,
    })),
  ];
}

/** Markdown that shows a badge and leads to the extension: texts of vendors must not end the brackets. */
export const badgeMarkdown = ({ href, label, value }: Badge, page: string): string =>
  `[![${`${label}: ${value}`.replace(/[\\[\]]/g, '\\$&')}](${new URL(href, page).href})](${page})`;
