import type { Feed, ParsedEntry } from './feed.js';
import { htmlToText, oneLine } from './html-text.js';
import { firstOf, isObject, textOf } from './json-value.js';
import { resolveLink } from './links.js';
import { escapeMarkup } from './references.js';
import { safeHtml } from './safe-html.js';

type Fields = Record<string, unknown>;

/** What feedsmith read in a JSON Feed. */
export function fromJsonFeed(raw: unknown, feedUrl: string): Omit<Feed, 'truncated'> {
  const feed = isObject(raw) && isObject(raw['feed']) ? raw['feed'] : {};
  const base = resolveLink(textOf(feed['home_page_url']), feedUrl) ?? feedUrl;
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isObject) : [];
  const description = textOf(feed['description']);
  return {
    title: line(feed['title']),
    description: description === null ? null : escapeMarkup(description),
    author: authorOf(feed),
    lang: textOf(feed['language']),
    siteUrl: resolveLink(textOf(feed['home_page_url']), feedUrl),
    updatedRaw: null,
    freshSeconds: null,
    entries: items.map((item) => entryOf(item, base)),
    deleted: [],
    parser: 'feedsmith',
  };
}

function entryOf(item: Fields, base: string): ParsedEntry {
  const plain = textOf(item['content_text']);
  const summary = textOf(item['summary']);
  const markup = textOf(item['content_html']) ?? escaped(plain) ?? escaped(summary);
  const html = markup === null ? null : safeHtml(markup, base);
  return {
    guid: textOf(item['id']),
    link: resolveLink(textOf(item['url']) ?? textOf(item['external_url']), base),
    title: line(item['title']),
    text: plain ?? (html === null ? '' : htmlToText(html)),
    html,
    summary: escaped(summary),
    author: authorOf(item),
    lang: textOf(item['language']),
    publishedRaw: firstOf([item['date_published'], item['date_modified']], textOf),
    updatedRaw: textOf(item['date_modified']),
  };
}

function escaped(text: string | null): string | null {
  return text === null ? null : escapeMarkup(text);
}

/** Version 1.1 writes `authors`, version 1 `author`. */
function authorOf({ authors, author }: Fields): string | null {
  const people: unknown[] = Array.isArray(authors) ? authors : [author];
  return firstOf(people, (person) => (isObject(person) ? textOf(person['name']) : null));
}

function line(value: unknown): string | null {
  const written = textOf(value);
  return written === null ? null : oneLine(htmlToText(written)) || null;
}
