import type { Feed, ParsedEntry } from './feed.js';
import { htmlToText } from './html-text.js';
import { isObject, textOf } from './json-value.js';

type Fields = Record<string, unknown>;

/** What rss-parser read in a canonical document. */
export function fromRssParser(raw: unknown): Omit<Feed, 'truncated'> {
  const feed: Fields = isObject(raw) ? raw : {};
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isObject) : [];
  const deleted: unknown = feed['at:deleted-entry'];
  const minutes = Number(feed['ttl']);
  return {
    title: textOf(feed['title']),
    description: textOf(feed['description']),
    author: textOf(feed['creator']),
    lang: textOf(feed['language']),
    siteUrl: textOf(feed['link']),
    updatedRaw: textOf(feed['atom:updated']),
    freshSeconds: minutes > 0 ? Math.round(minutes * 60) : null,
    entries: items.map(entryOf),
    deleted: Array.isArray(deleted) ? deleted.flatMap((ref) => textOf(ref) ?? []) : [],
    parser: 'rss-parser',
  };
}

function entryOf(item: Fields): ParsedEntry {
  const guid = textOf(item['guid']);
  const summary = textOf(item['content']);
  const content = textOf(item['content:encoded']);
  const html = content ?? summary;
  return {
    guid,
    link: textOf(item['link']) ?? (/^https?:/i.test(guid ?? '') ? guid : null),
    title: textOf(item['title']),
    text: html === null ? '' : htmlToText(html),
    html,
    summary: content === null ? null : summary,
    author: textOf(item['creator']),
    lang: textOf(item['language']),
    publishedRaw: textOf(item['pubDate']) ?? textOf(item['atom:updated']),
    updatedRaw: textOf(item['atom:updated']),
  };
}
