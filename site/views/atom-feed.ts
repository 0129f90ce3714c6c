import type { Feed, FeedEntry } from './feed.ts';
import { escapeXml } from './escape-xml.ts';

/**
 * A feed as Atom (RFC 4287).
 *
 * Written by hand although there are libraries: the kept ones put titles into CDATA sections and let the second `]]>`
 * of a text end one (xml-js 1.6.11), and these texts come from strangers.
 *
 * @param self public address of the feed itself
 */
export const atomFeed = (feed: Feed, self: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<updated>${feed.updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>`,
    ...feed.entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');

const entryText = ({ url, title, summary, date, author, tags }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${escapeXml(url)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${date}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    ...tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    `<summary>${escapeXml(summary)}</summary>`,
    '</entry>',
  ].join('\n');
