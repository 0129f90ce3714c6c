import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import type { Link } from './chip.ts';
import type { Reader } from './reader.ts';

/** The way from the catalogue to an extension, for the pages below it. */
export const extensionTrail = (
  { id, title }: Pick<ExtensionDocument, 'id' | 'title'>,
  reader: Reader,
): { readonly label: string; readonly links: readonly Link[] } => ({
  label: reader.texts.shell.breadcrumbs,
  links: [
    { text: reader.texts.shell.catalogue, href: reader.address.home(reader.locale) },
    { text: reader.say(title), href: reader.address.extension(reader.locale, id) },
  ],
});
