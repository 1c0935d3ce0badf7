import type { FeedEntry } from '../parse/feed.js';
import { articleAddress } from '../identity/canonical-url.js';
import { htmlToText, oneLine } from '../parse/html-text.js';
import type { ParserThread } from '../parse/parser-thread.js';

interface RawArticle {
  title: string | null;
  html: string | null;
  lang: string | null;
  published: string | null;
}

/** An article reduced to its text. */
export interface Article {
  title: string | null;
  text: string;
  lang: string | null;
  publishedRaw: string | null;
}

/** Below this a "main part" is a misjudgement: the whole page is kept. */
const SHORTEST = 80;

/** Reduces an HTML page to the text of its article; a page without one keeps all its text. */
export async function readArticle(html: string, parsers: ParserThread): Promise<Article> {
  const raw = await parsers.run<RawArticle>('article', html);
  const main = raw.html === null ? '' : htmlToText(raw.html);
  return {
    title: raw.title === null ? null : oneLine(raw.title) || null,
    text: main.length >= SHORTEST ? main : longer(main, htmlToText(html)),
    lang: raw.lang,
    publishedRaw: raw.published,
  };
}

/** An article as the entry of a list page. The day its address carries is its publication day. */
export function entryOfArticle(url: string, linkText: string, article: Article): FeedEntry {
  const { day } = articleAddress(url);
  const stated = article.publishedRaw;
  const publishedRaw = day === null || stated?.startsWith(day) ? stated : day;
  return {
    guid: null,
    link: url,
    title: article.title ?? (linkText || null),
    text: article.text,
    publishedRaw,
    updatedRaw: null,
  };
}

function longer(a: string, b: string): string {
  return a.length > b.length / 2 ? a : b;
}
