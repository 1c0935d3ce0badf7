import type { Feed, ParsedEntry } from './feed.js';
import { htmlToText, oneLine } from './html-text.js';
import { firstOf, isObject, textOf } from './json-value.js';
import { resolveLink } from './links.js';
import { safeHtml } from './safe-html.js';

type Fields = Record<string, unknown>;

/** What rss-parser read in a document, with every field coerced to what it should be. */
export function fromRssParser(raw: unknown, feedUrl: string): Omit<Feed, 'truncated'> {
  const feed: Fields = isObject(raw) ? raw : {};
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isObject) : [];
  return {
    title: line(feed['title']),
    description: safe(feed['description'], feedUrl),
    author: textOf(feed['creator']),
    lang: textOf(feed['language']),
    siteUrl: resolveLink(textOf(feed['link']), feedUrl),
    updatedRaw: textOf(feed['lastBuildDate']),
    freshSeconds: null,
    entries: items.map((item) => entryOf(item, feedUrl)),
    deleted: [],
    parser: 'rss-parser',
  };
}

function entryOf(item: Fields, feedUrl: string): ParsedEntry {
  const html = safe(firstOf([item['content:encoded'], item['content'], item['summary']], textOf), feedUrl);
  return {
    guid: textOf(item['guid']) ?? textOf(item['id']),
    link: resolveLink(textOf(item['link']), feedUrl),
    title: line(item['title']),
    text: html === null ? '' : htmlToText(html),
    html,
    summary: null,
    author: textOf(item['creator']),
    lang: textOf(item['language']),
    publishedRaw: firstOf([item['pubDate'], item['date']], textOf),
    updatedRaw: null,
  };
}

function safe(value: unknown, feedUrl: string): string | null {
  const html = textOf(value);
  return html === null ? null : safeHtml(html, feedUrl);
}

function line(value: unknown): string | null {
  const written = textOf(value);
  return written === null ? null : oneLine(htmlToText(written)) || null;
}
