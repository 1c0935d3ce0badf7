import { generateJsonFeed } from 'feedsmith';
import { entryOf } from './feed-entry.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';

/** JSON Feed 1.1 of announcements. */
export function jsonFeed(announcements: readonly FeedAnnouncement[], about: FeedAbout): string {
  const feed = generateJsonFeed({
    title: about.title,
    description: about.description,
    home_page_url: about.homeUrl,
    feed_url: about.selfUrl,
    language: about.lang,
    items: announcements.map((announcement) => {
      const entry = entryOf(announcement, about);
      return {
        id: entry.id,
        url: entry.url,
        ...(entry.sources[0] && { external_url: entry.sources[0].url }),
        title: entry.title,
        content_html: entry.html,
        content_text: entry.text,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: entry.tags,
      };
    }),
  });
  return JSON.stringify({ items: [], ...(feed as object) }); // the generator leaves out what is empty
}
