import type { Feed } from './feed.ts';

/**
 * A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1).
 *
 * @param self public address of the feed itself
 */
export const jsonFeed = (feed: Feed, self: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    language: feed.language,
    items: feed.entries.map(({ url, title, summary, date, author, tags }) => ({
      id: url,
      url,
      title,
      content_text: summary,
      date_published: date,
      authors: [{ name: author }],
      tags,
    })),
  });
