import { articleAddress } from '../identity/canonical-url.js';
import type { ParserThread } from '../parse/parser-thread.js';
import { partAddress } from './continuations.js';
import { matchPattern } from './link-pattern.js';
import type { PageLink } from './page-links.js';

/** Longer addresses lead to no article. */
const LONGEST_URL = 2_000;

/**
 * The links that lead to articles: those that match the pattern or, without one, whose address carries a
 * publication day. Further pages of an article that is linked itself are none. The pattern runs where it can be
 * ended: rejects with ParserError when it takes too long or is none.
 */
export async function articleLinks(
  links: readonly PageLink[],
  linkPattern: string | null,
  parsers: ParserThread,
): Promise<PageLink[]> {
  const short = links.filter(({ url }) => url.length < LONGEST_URL);
  const wanted =
    linkPattern === null
      ? short.filter(({ url }) => articleAddress(url).day !== null)
      : await matching(short, linkPattern, parsers);
  const urls = new Set(wanted.map(({ url }) => url));
  return wanted.filter(({ url }) => !urls.has(partAddress(url)?.first ?? ''));
}

async function matching(links: PageLink[], pattern: string, parsers: ParserThread): Promise<PageLink[]> {
  if (links.length === 0) return [];
  const matches = await matchPattern(
    pattern,
    links.map(({ url }) => url),
    parsers,
  );
  return links.filter((_, index) => matches[index]);
}
