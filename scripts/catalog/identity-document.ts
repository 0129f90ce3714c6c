import type { PublisherDocument } from '../model/documents.ts';
import type { Configuration, Publisher, Vendor } from '../model/extension.ts';
import type { Rollout } from '../model/release.ts';
import type { LocalizedText } from '../model/text.ts';

// These values go into documents as they are. Each is written member by member all the same: in a document the order of
// members is ours and not that of the file or the library that the value came from.

/** A text in the order in which languages are shown. */
export const textDocument = ({ ru, en }: LocalizedText): LocalizedText => ({
  ru,
  ...(en !== undefined && { en }),
});

/** A vendor as published. */
export const vendorDocument = ({ name, url, email }: Vendor): Vendor => ({
  name: textDocument(name),
  ...(url !== undefined && { url }),
  ...(email !== undefined && { email }),
});

/** A publisher as published. */
export const publisherDocument = (publisher: Publisher): PublisherDocument => ({
  id: publisher.id,
  name: textDocument(publisher.name),
  url: publisher.url,
  ...(publisher.email !== undefined && { email: publisher.email }),
  licensePrefix: publisher.licensePrefix,
  channels: publisher.channels,
  locales: publisher.locales,
});

/** What a configuration is called, as published. */
export const configurationIdentity = ({ name, title, edition, family }: Configuration): Configuration => ({
  name,
  title: textDocument(title),
  edition,
  family,
});

/** A staged rollout as published. */
export const rolloutDocument = ({ percent, pausedAt }: Rollout): Rollout => ({ percent, pausedAt });
