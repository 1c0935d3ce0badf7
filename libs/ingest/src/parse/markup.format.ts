import type { Feed, ParsedEntry } from './feed.js';
import { htmlToText } from './html-text.js';
import type { ReadMarkup } from './read-markup.js';
import type { Statements } from './statements.js';

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600, daily: 86_400, weekly: 604_800, monthly: 2_592_000, yearly: 31_536_000,
}; // prettier-ignore

/** What a document of any XML format says, as a feed. */
export function fromMarkup({ feed, items, truncated }: ReadMarkup): Feed {
  return {
    title: feed.get('title'),
    description: feed.get('summary'),
    author: feed.get('author'),
    lang: feed.get('lang') ?? feed.lang,
    siteUrl: feed.get('link'),
    updatedRaw: feed.get('updated'),
    freshSeconds: freshSeconds(feed),
    entries: items.map(entryOf),
    deleted: feed.deleted,
    parser: 'own',
    truncated,
  };
}

function entryOf(item: Statements): ParsedEntry {
  const guid = item.get('guid');
  const content = item.get('content');
  const html = content ?? item.get('summary');
  return {
    guid,
    link: item.get('link') ?? (/^https?:/i.test(guid ?? '') ? guid : null),
    title: item.get('title'),
    text: html === null ? '' : htmlToText(html),
    html,
    summary: content === null ? null : item.get('summary'),
    author: item.get('author'),
    lang: item.get('lang') ?? item.lang,
    publishedRaw: item.get('published') ?? item.get('updated'),
    updatedRaw: item.get('updated'),
  };
}

/** How long the feed asks to be left alone: its ttl in minutes, else its syndication period. */
function freshSeconds(feed: Statements): number | null {
  const ttl = Number(feed.get('ttl'));
  if (ttl > 0) return Math.round(ttl * 60);
  const period = PERIODS[feed.get('period')?.toLowerCase() ?? ''];
  const often = Math.max(Number(feed.get('frequency')) || 1, 1);
  return period === undefined ? null : Math.round(period / often);
}
