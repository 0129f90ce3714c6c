import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { feedPaths } from '../../../site/routes/feed-paths.ts';
import { atomFeed } from '../../../site/views/atom-feed.ts';
import { escapeXml } from '../../../site/views/escape-xml.ts';
import { feedOf } from '../../../site/views/feed.ts';
import { jsonFeed } from '../../../site/views/json-feed.ts';
import { catalog, ENGLISH_BELOW, extension, release } from '../fixtures/documents.ts';

/** What https://jsonfeed.org/version/1.1 asks for, of the members that we write. */
const JSON_FEED_SCHEMA = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string' },
    home_page_url: { type: 'string', pattern: '^https?://' },
    feed_url: { type: 'string', pattern: '^https?://' },
    language: { type: 'string' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_text'],
        additionalProperties: false,
        properties: {
          id: { type: 'string' },
          url: { type: 'string', pattern: '^https?://' },
          title: { type: 'string' },
          content_text: { type: 'string' },
          date_published: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
          authors: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

const ORIGIN = 'https://romashka.example';

const feed = (...documents: readonly ReturnType<typeof extension>[]) =>
  feedOf({ title: 'Ромашка', page: '/repo/en/', origin: ORIGIN, extensions: documents }, ENGLISH_BELOW);

describe('feedOf', () => {
  test('the newest day first, whatever the extension', () => {
    const one = extension([release('1.1', { date: '2026-11-03' }), release('1.0', { date: '2026-11-01' })]);
    const two = extension([release('5', { date: '2026-11-02' })], { id: 'other' });
    expect(feed(one, two).entries.map(({ url }) => url)).toEqual([
      `${ORIGIN}/repo/en/extensions/some/1.1/`,
      `${ORIGIN}/repo/en/extensions/other/5/`,
      `${ORIGIN}/repo/en/extensions/some/1.0/`,
    ]);
  });

  test('a withdrawal is news of its own day, with its reason', () => {
    const withdrawn = { date: '2026-11-20', reason: { ru: 'Плохо.', en: 'Bad.' } };
    expect(feed(extension([release('1', { withdrawn })])).entries[0]).toMatchObject({
      title: 'Some extension 1 (withdrawn)',
      summary: 'Bad.',
      date: '2026-11-20T00:00:00Z',
    });
  });

  test('fifty entries are enough', () => {
    const many = Array.from({ length: 70 }, (_, at) => release(`1.${at}`));
    expect(feed(extension(many)).entries).toHaveLength(50);
  });

  test('a feed of nothing is still a feed', () => {
    expect(feed()).toMatchObject({ updated: '1970-01-01T00:00:00Z', entries: [] });
  });
});

test.each([
  ['<a href="\'">&', '&lt;a href=&#34;&#39;&#34;&gt;&amp;', 'markup'],
  ['a]]>b]]>c', 'a]]&gt;b]]&gt;c', 'the end of a section that we do not write'],
  ['a\u0000\u0008\uFFFEb', 'a\uFFFD\uFFFD\uFFFDb', 'what XML does not allow at all'],
  ['\uD800x', '\uFFFDx', 'half of a pair'],
  ['📦 Ёж\n', '📦 Ёж\n', 'ordinary text'],
])('escapes %j (%#)', (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});

test('Atom carries no markup of strangers', () => {
  const hostile = extension([release('1')], { title: { ru: '</title><script>alert(1)</script>' } });
  expect(atomFeed(feed(hostile), ORIGIN)).not.toContain('<script');
});

test('JSON Feed keeps to its schema', () => {
  const validate = new Ajv().compile(JSON_FEED_SCHEMA);
  validate(JSON.parse(jsonFeed(feed(extension([release('1')])), `${ORIGIN}/repo/en/feed.json`)));
  expect(validate.errors).toBeNull();
});

test('every extension has feeds beside its page, in both languages', () => {
  const document = extension([release('1')]);
  const published = { document, releases: new Map(), agreements: new Map(), pages: [], screenshots: [] };
  const paths = feedPaths(
    { catalog: catalog([]), extensions: [published], installer: [] },
    { origin: ORIGIN, base: '/repo/' },
  );
  expect(paths.map(({ params }) => params.path)).toEqual(
    ['', 'extensions/some/'].flatMap((page) =>
      ['', 'en/'].flatMap((language) => ['atom', 'json'].map((format) => `${language}${page}feed.${format}`)),
    ),
  );
});
