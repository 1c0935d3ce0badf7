import type { Feed, FeedEntry } from './feed.js';
import { htmlToText, oneLine } from './html-text.js';
import { resolveLink } from './links.js';
import { attributeOf, elements, firstOf, isObject, textOf, type XmlValue } from './xml-value.js';

type Fields = Record<string, unknown>;

const BODIES = ['content:encoded', 'content', 'xhtml:body', 'body', 'description', 'summary', 'atom:summary'];
const PUBLISHED = [
  'pubDate',
  'pubdate',
  'raw:published',
  'raw:issued',
  'atom:published',
  'dc:date',
  'dcterms:created',
];
const UPDATED = ['raw:updated', 'raw:modified', 'atom:updated', 'dcterms:modified'];
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3600, daily: 86_400, weekly: 604_800, monthly: 2_592_000, yearly: 31_536_000,
}; // prettier-ignore

/** What rss-parser gave, with every field coerced to what it should be and links made absolute. */
export function fromRssParser(
  raw: unknown,
  feedUrl: string,
  rootBase: string | null,
): Omit<Feed, 'truncated'> {
  const feed: Fields = isObject(raw) ? raw : {};
  const bases = [feedUrl, rootBase, attributeOf({ $: elements(feed['_$'])[0] }, 'xml:base')];
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isObject) : [];
  return {
    title: plain(one(feed, ['title'])),
    lang:
      textOf(one(feed, ['language', 'dc:language'])) ??
      attributeOf({ $: elements(feed['_$'])[0] }, 'xml:lang'),
    siteUrl: linkOf(feed, bases),
    freshSeconds: freshSeconds(feed),
    entries: items.map((item) => entryOf(item, bases)),
    deleted: elements(feed['_at:deleted-entry']).flatMap((entry) => attributeOf(entry, 'ref') ?? []),
    parser: 'rss-parser',
  };
}

function entryOf(item: Fields, outer: (string | null)[]): FeedEntry {
  const own = { $: elements(item['_$'])[0] };
  const bases = [...outer, attributeOf(own, 'xml:base')];
  const guid = one(item, ['guid', 'id', 'atom:id']);
  const permalink = attributeOf(guid, 'isPermaLink') === 'false' ? null : textOf(guid);
  const body = firstOf(BODIES, (name) => textOf(item[`_${name}`]));
  return {
    guid: textOf(guid) ?? attributeOf(own, 'rdf:about'),
    link: linkOf(item, bases) ?? (/^https?:/i.test(permalink ?? '') ? permalink : null),
    title: plain(one(item, ['title', 'dc:title'])),
    text: body === null ? '' : htmlToText(body),
    publishedRaw: textOf(one(item, PUBLISHED)) ?? textOf(one(item, UPDATED)),
    updatedRaw: textOf(one(item, UPDATED)),
  };
}

/** The first occurrence, of the first of these elements, that holds anything. */
function one(fields: Fields, names: readonly string[]): XmlValue | null {
  return firstOf(
    names,
    (name) => elements(fields[`_${name}`]).find((value) => textOf(value) !== null) ?? null,
  );
}

/** Titles are HTML in RSS, and in Atom where they say so; in practice they are HTML where they look like it. */
function plain(value: XmlValue | null): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const marked = attributeOf(value, 'type') !== 'text' && /<[a-z/!]|&[a-z#]\w*;/i.test(text);
  return oneLine(marked ? htmlToText(text) : text) || null;
}

function linkOf(fields: Fields, bases: (string | null)[]): string | null {
  const links = [...elements(fields['_raw:link']), ...elements(fields['_atom:link'])];
  const alternate = links.filter((link) => (attributeOf(link, 'rel') ?? 'alternate') === 'alternate');
  return firstOf(alternate, (link) =>
    resolveLink(attributeOf(link, 'href') ?? textOf(link), ...bases, attributeOf(link, 'xml:base')),
  );
}

function freshSeconds(feed: Fields): number | null {
  const ttl = Number(textOf(one(feed, ['ttl'])));
  if (ttl > 0) return ttl * 60;
  const period = PERIODS[textOf(one(feed, ['sy:updatePeriod']))?.toLowerCase() ?? ''];
  const often = Number(textOf(one(feed, ['sy:updateFrequency']))) || 1;
  return period === undefined ? null : Math.round(period / Math.max(often, 1));
}
