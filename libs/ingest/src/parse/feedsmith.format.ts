import type { Feed, FeedEntry } from './feed.js';
import { htmlToText, oneLine } from './html-text.js';
import { resolveLink } from './links.js';
import { firstOf, isObject } from './xml-value.js';

type Fields = Record<string, unknown>;

/** What feedsmith gave, whichever of its formats it is, in our terms. */
export function fromFeedsmith(raw: unknown, feedUrl: string): Omit<Feed, 'truncated'> {
  const feed = isObject(raw) && isObject(raw['feed']) ? raw['feed'] : {};
  const list = [feed['items'], feed['entries']].find(Array.isArray) ?? [];
  return {
    title: line(feed['title']),
    lang: text(feed['language']),
    siteUrl: resolveLink(text(feed['home_page_url']) ?? linkOf(feed), feedUrl),
    freshSeconds: typeof feed['ttl'] === 'number' && feed['ttl'] > 0 ? feed['ttl'] * 60 : null,
    entries: (list as unknown[]).filter(isObject).map((item) => entryOf(item, feedUrl)),
    deleted: [],
    parser: 'feedsmith',
  };
}

function entryOf(item: Fields, feedUrl: string): FeedEntry {
  const dc = isObject(item['dc']) ? item['dc'] : {};
  const content = isObject(item['content']) ? item['content'] : {};
  const html = [
    content['encoded'],
    item['content_html'],
    item['content'],
    item['description'],
    item['summary'],
  ];
  const markup = firstOf(html, text);
  return {
    guid: text(item['guid']) ?? text(item['id']),
    link: resolveLink(linkOf(item), feedUrl),
    title: line(item['title']),
    text: text(item['content_text']) ?? (markup === null ? '' : htmlToText(markup)),
    publishedRaw: firstOf(
      [item['pubDate'], item['published'], item['date_published'], dc['date'], item['updated']],
      text,
    ),
    updatedRaw: firstOf([item['updated'], item['date_modified']], text),
  };
}

function linkOf(fields: Fields): string | null {
  const links = Array.isArray(fields['links']) ? fields['links'].filter(isObject) : [];
  const alternate = links.find((link) => (text(link['rel']) ?? 'alternate') === 'alternate');
  return (
    text(fields['url']) ?? text(fields['external_url']) ?? text(fields['link']) ?? text(alternate?.['href'])
  );
}

/** A text, of a string, a number or an object that wraps one (`{value}`); null when empty. */
function text(value: unknown): string | null {
  if (Array.isArray(value)) return firstOf(value, text);
  if (isObject(value)) return text(value['value']);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function line(value: unknown): string | null {
  const written = text(value);
  return written === null ? null : oneLine(htmlToText(written)) || null;
}
