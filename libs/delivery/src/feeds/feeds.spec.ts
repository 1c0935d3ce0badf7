import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from '@jest/globals';
import { announcementLike } from '../public-event.fixture.js';
import { atomFeed } from './atom-feed.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss-feed.js';

const about: FeedAbout = {
  title: 'WIC & 世界互联网大会',
  description: 'Announcements',
  selfUrl: 'https://tracker.example/v1/feed?kind=forum&lang=en',
  homeUrl: 'https://tracker.example/',
  lang: 'en',
  pageOf: (id) => `https://tracker.example/announcements/${id}`,
};
const one = (members: Record<string, unknown> = {}) =>
  announcementLike({ recordedAt: '2023-06-20T03:00:00.000Z', ...members }) as unknown as FeedAnnouncement;
const nasty = one({
  id: 'b2',
  title: { en: 'A <b>"bold"</b> & ]]> title \u0007\uD800', zh: '揭牌' },
  status: 'withdrawn',
  coverage: [
    {
      url: 'https://news.example/?a=1&b=2',
      title: '<script>alert(1)</script>',
      lang: 'en',
      publishedAt: null,
    },
  ],
});

describe('outgoing feeds', () => {
  it('RSS is read by independent parsers, whatever the text holds', async () => {
    const text = rssFeed([one(), nasty], about);
    const parsed = await new RssParser().parseString(text);
    expect(parsed.items.map((item) => item.guid)).toEqual([
      'urn:wic-tracker:announcement:a1',
      'urn:wic-tracker:announcement:b2',
    ]);
    expect(parsed.items[1]!.title?.trim()).toBe('[Withdrawn] A <b>"bold"</b> & ]]> title \uFFFD\uFFFD');
    expect(parsed.items[1]!.content).not.toContain('<script>');
    expect(parseRssFeed(text)).toMatchObject({
      title: about.title,
      items: [{ pubDate: 'Tue, 20 Jun 2023 02:00:00 GMT' }, {}],
    });
  });

  it('Atom keeps an id over revisions and moves its update', async () => {
    const revised = one({ revision: 1, updatedAt: '2023-06-21T00:00:00.000Z' });
    const [before, after] = [one(), revised].map((announcement) =>
      parseAtomFeed(atomFeed([announcement], about)),
    );
    expect(after!.entries![0]!.id).toBe(before!.entries![0]!.id);
    expect([before, after].map((feed) => feed!.entries![0]!.updated)).toEqual([
      '2023-06-20T03:00:00.000Z',
      '2023-06-21T00:00:00.000Z',
    ]);
    const feed = await new RssParser().parseString(atomFeed([nasty], about));
    expect(feed.items).toHaveLength(1);
  });

  it('JSON Feed holds both languages and where it was reported', () => {
    const feed = parseJsonFeed(JSON.parse(jsonFeed([one()], about)));
    expect(feed.items![0]).toMatchObject({
      title: 'A dialogue on digital civilisation is planned',
      external_url: 'https://news.example/1',
    });
    expect(feed.items![0]!.content_text).toContain('数字文明对话将举行');
  });

  it('are the same text as long as nothing changes, also when empty', () => {
    for (const feed of [rssFeed, atomFeed, jsonFeed]) {
      expect(feed([one()], about)).toBe(feed([one()], about));
      expect(feed([], about)).toBe(feed([], about));
    }
  });
});
