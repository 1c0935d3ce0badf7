import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from '@jest/globals';
import { announcementLike } from '../public-event.fixture.js';
import { atomFeed } from './atom-feed.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss-feed.js';

const about: FeedAbout = {
  title: 'WIC & 世界互联网大会 <feed>',
  description: 'What is announced & by whom',
  selfUrl: 'https://tracker.example/v1/feed?kind=forum&q=%E4%B9%8C%E9%95%87',
  homeUrl: 'https://tracker.example/',
  lang: 'zh',
  pageOf: (id) => `https://tracker.example/v1/announcements/${id}?a=1&b=2`,
};
const one = (members: Record<string, unknown> = {}) =>
  announcementLike({ recordedAt: '2023-06-20T03:00:00.000Z', ...members }) as unknown as FeedAnnouncement;
const many = [
  one(),
  one({ id: 'b', title: { zh: ']]> &amp; <i>数字</i> \u0000\uD800 "\'' }, summary: { en: '<script>&' } }),
  one({ id: 'c', title: {}, coverage: [], place: null, people: [], organisations: [], happens: null }),
  one({ id: 'd', coverage: [{ url: 'https://n.example/?a=1&b="2"', title: null, lang: 'en' }] }),
];
/** Also feeds of one entry and of none, of which parsers make something else. */
const LISTS = [many, many.slice(0, 1), []];

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, trimValues: false },
  isArray: (name) => ['item', 'entry', 'link', 'category', 'author'].includes(name),
});
interface Xml {
  [name: string]: Xml[] & Xml & string;
}

/** The tree of a text that a strict parser takes as well-formed XML. */
function xml(text: string): Xml {
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
  return parser.parse(text) as Xml;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const RFC822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

describe('Atom (RFC 4287)', () => {
  it.each(LISTS.map((list) => [list.length, list] as const))(
    'has what must be, with %d entries',
    (n, list) => {
      const { feed } = xml(atomFeed(list, about)) as unknown as { feed: Xml };
      expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom');
      expect(URL.canParse(feed['id']!)).toBe(true);
      expect(textOf(feed['title'])).toContain('世界互联网大会');
      expect(feed['updated']).toMatch(RFC3339);
      expect(feed['author']![0]!['name']).not.toBe('');
      const self = feed['link']!.filter((link) => link['@rel'] === 'self');
      expect(self.map((link) => link['@href'])).toEqual([about.selfUrl]);
      const entries = feed['entry'] ?? ([] as unknown as Xml[]);
      expect(entries).toHaveLength(n);
      for (const entry of entries) {
        expect(URL.canParse(entry['id']!)).toBe(true);
        expect(entry['title']).toBeDefined();
        for (const time of ['updated', 'published']) expect(entry[time]).toMatch(RFC3339);
        const alternate = entry['link']!.filter((link) => link['@rel'] === 'alternate');
        expect(alternate).toHaveLength(1);
        const ways = entry['link']!.map((link) => `${link['@rel']} ${link['@href']}`);
        expect(new Set(ways).size).toBe(ways.length);
      }
      expect(new Set(entries.map(({ id }) => id)).size).toBe(n);
    },
  );
});

describe('RSS 2.0', () => {
  it.each(LISTS.map((list) => [list.length, list] as const))('has what must be, with %d items', (n, list) => {
    const { rss } = xml(rssFeed(list, about)) as unknown as { rss: Xml };
    expect(rss['@version']).toBe('2.0');
    const channel = rss['channel'] as Xml;
    expect(channel['title']).toContain('世界互联网大会');
    expect(channel['link']![0]).toBe('https://tracker.example/');
    expect(channel['description']).not.toBe('');
    expect(channel['lastBuildDate']).toMatch(RFC822);
    const [self] = [channel['atom:link']].flat() as Xml[];
    expect([self!['@rel'], self!['@href']]).toEqual(['self', about.selfUrl]);
    const items = channel['item'] ?? ([] as unknown as Xml[]);
    expect(items).toHaveLength(n);
    for (const item of items) {
      expect(Boolean(item['title'] ?? item['description'])).toBe(true);
      expect(item['pubDate']).toMatch(RFC822);
      expect(item['guid']!['@isPermaLink']).toBe('false');
    }
    expect(new Set(items.map(({ guid }) => guid!['#text'])).size).toBe(n);
  });
});

/** What JSON Feed 1.1 asks for. */
const url = { type: 'string', pattern: '^https?://' };
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: url,
    feed_url: url,
    description: { type: 'string' },
    language: { type: 'string', pattern: '^[a-z]{2}' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', minLength: 1 },
          url,
          external_url: url,
          title: { type: 'string' },
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          date_published: { type: 'string', pattern: RFC3339.source },
          date_modified: { type: 'string', pattern: RFC3339.source },
          tags: { type: 'array', items: { type: 'string', minLength: 1 } },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

describe('JSON Feed 1.1', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(JSON_FEED);

  it.each(LISTS.map((list) => [list.length, list] as const))(
    'is as the schema asks, with %d items',
    (n, list) => {
      const feed = JSON.parse(jsonFeed(list, about)) as { items: { id: string }[] };
      validate(feed);
      expect(validate.errors ?? []).toEqual([]);
      expect(new Set(feed.items.map(({ id }) => id)).size).toBe(n);
    },
  );
});

it('an id stays over a revision, while the time of the update moves, in every format', () => {
  const [before, after] = [
    one({ updatedAt: '2023-06-20T03:00:00.000Z' }),
    one({ updatedAt: '2023-07-01T00:00:00.000Z' }),
  ];
  for (const write of [rssFeed, atomFeed, jsonFeed]) {
    const [old, young] = [write([before], about), write([after], about)];
    for (const text of [old, young]) expect(text).toContain('urn:wic-tracker:announcement:a1');
    expect(old).not.toBe(young);
    expect(old).not.toMatch(/2023-07-01|01 Jul 2023/);
    expect(young).toMatch(/2023-07-01T|01 Jul 2023/);
  }
});

function textOf(element: unknown): string {
  return typeof element === 'string' ? element : ((element as Xml)['#text'] ?? '');
}
