import { generateRssFeed } from 'feedsmith';
import { entryOf } from './feed-entry.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';
import { xmlText } from './xml-text.js';

/** RSS 2.0 of announcements, in the order they are given. */
export function rssFeed(announcements: readonly FeedAnnouncement[], about: FeedAbout): string {
  const entries = announcements.map((announcement) => entryOf(announcement, about));
  return generateRssFeed({
    title: xmlText(about.title),
    link: about.homeUrl,
    description: xmlText(about.description),
    language: about.lang,
    generator: 'wic-tracker',
    lastBuildDate: latest(entries.map(({ updated }) => updated)),
    atom: { links: [{ href: about.selfUrl, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: xmlText(entry.title),
      link: entry.url,
      description: xmlText(entry.html),
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.published,
      categories: entry.tags.map((name) => ({ name })),
    })),
  });
}

/** The latest of these moments; the epoch of none, so that an empty feed stays the same. */
export function latest(moments: readonly Date[]): Date {
  return new Date(Math.max(0, ...moments.map((moment) => moment.getTime())));
}
