import { generateAtomFeed } from 'feedsmith';
import { entryOf } from './feed-entry.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';
import { latest } from './rss-feed.js';
import { xmlText } from './xml-text.js';

/** Atom 1.0 of announcements: an entry's id stays while its `updated` moves. */
export function atomFeed(announcements: readonly FeedAnnouncement[], about: FeedAbout): string {
  const entries = announcements.map((announcement) => entryOf(announcement, about));
  return generateAtomFeed({
    id: about.selfUrl,
    title: { value: xmlText(about.title) },
    subtitle: { value: xmlText(about.description) },
    updated: latest(entries.map(({ updated }) => updated)),
    authors: [{ name: 'wic-tracker' }],
    generator: { text: 'wic-tracker' },
    links: [
      { href: about.selfUrl, rel: 'self', type: 'application/atom+xml' },
      { href: about.homeUrl, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: xmlText(entry.title) },
      links: [
        { href: entry.url, rel: 'alternate' },
        ...entry.sources.map(({ url, title }) => ({ href: url, rel: 'via', title: xmlText(title) })),
      ],
      published: entry.published,
      updated: entry.updated,
      categories: entry.tags.map((term) => ({ term })),
      content: { value: xmlText(entry.html), type: 'html' },
    })),
  });
}
