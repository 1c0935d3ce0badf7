import type { Field } from './feed-terms.data.js';
import type { ReadMarkup } from './read-markup.js';
import { escapeMarkup } from './references.js';
import type { Statements } from './statements.js';

/** Where each field stands in RSS 2.0; what it has no element for keeps that of the vocabulary it is from. */
const ELEMENTS: Readonly<Partial<Record<Field, string>>> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  summary: 'description',
  content: 'content:encoded',
  published: 'pubDate',
  updated: 'atom:updated',
  author: 'author',
};
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600,
}; // prettier-ignore

/** A feed of whatever format and condition as the plainest RSS 2.0 there is: well-formed, each element once. */
export function canonicalRss({ feed, items }: ReadMarkup): string {
  const deleted = feed.deleted.map((ref) => element('at:deleted-entry', ref)).join('');
  const ttl = element('ttl', minutes(feed));
  return `<rss version="2.0"><channel>${fields(feed)}${ttl}${deleted}${items.map(item).join('')}</channel></rss>`;
}

function item(said: Statements): string {
  return `<item>${fields(said)}</item>`;
}

function fields(said: Statements): string {
  const written = Object.entries(ELEMENTS).map(([field, name]) => element(name, said.get(field as Field)));
  return written.join('') + element('language', said.get('lang') ?? said.lang);
}

function element(name: string, value: string | null): string {
  return value === null ? '' : `<${name}>${escapeMarkup(value)}</${name}>`;
}

/** How long the feed asks to be left alone: its ttl, else its syndication period. */
function minutes(feed: Statements): string | null {
  const ttl = Number(feed.get('ttl'));
  if (ttl > 0) return String(ttl);
  const period = PERIODS[feed.get('period')?.toLowerCase() ?? ''];
  const often = Math.max(Number(feed.get('frequency')) || 1, 1);
  return period === undefined ? null : String(period / often);
}
