import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import { readArticle, type Article } from './article.js';
import { readLinks } from './page-links.js';

/** As many pages as one article is read from. */
const MOST_PARTS = 10;
/** The article's number stands before that of the page: `c_77.htm` is no page 77. */
const PART = /^(.*\/[^/]*\d[^/]*)_(\d{1,2})(\.s?html?)$/;

/** Of the address of a further page of an article (`…/c_123_2.htm`): which page it is, and the article's own address. */
export function partAddress(link: string): { first: string; part: number } | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  const [, stem, part, ending] = PART.exec(url.pathname) ?? [];
  if (stem === undefined || Number(part) < 2) return null;
  url.pathname = `${stem}${ending}`;
  url.hash = '';
  return { first: url.href, part: Number(part) };
}

/**
 * An article with its further pages, in order, as far as its pages link to them: at most ten in all, each asked for
 * once, of the same host and path. `fetchPart` gives a page's HTML, or null when it cannot be had: the article then
 * ends before it. Rejects with ParserError when the first page cannot be read.
 */
export async function readWholeArticle(
  url: string,
  html: string,
  parsers: ParserThread,
  fetchPart: (url: string) => Promise<string | null>,
): Promise<Article> {
  const article = await readArticle(html, parsers);
  const texts = [article.text];
  let page: string | null = html;
  for (let part = 2; part <= MOST_PARTS && page !== null; part++) {
    const next = await linkToPart(page, url, part, parsers);
    page = next === null ? null : await fetchPart(next);
    const text = page === null ? '' : await textOf(page, parsers);
    if (text !== '' && !texts.includes(text)) texts.push(text);
  }
  return { ...article, text: texts.join('\n\n') };
}

async function linkToPart(
  html: string,
  url: string,
  part: number,
  parsers: ParserThread,
): Promise<string | null> {
  if (!html.includes(`_${part}.`)) return null;
  const first = new URL(url);
  first.hash = '';
  const { links } = await readLinks(html, url, parsers);
  const found = links.find((link) => {
    const address = partAddress(link.url);
    return address?.part === part && address.first === first.href;
  });
  return found?.url ?? null;
}

async function textOf(html: string, parsers: ParserThread): Promise<string> {
  try {
    return (await readArticle(html, parsers)).text;
  } catch (error) {
    if (error instanceof ParserError) return '';
    throw error;
  }
}
