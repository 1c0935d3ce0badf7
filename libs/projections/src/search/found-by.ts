import { searchTextOf, type Searched } from '../announcements/terms.js';
import { indexTokens, queryTokens } from './tokens.js';

const known = new WeakMap<Searched, Set<string>>();

/** Whether a list of announcements with this `q` would hold the announcement: the one meaning of `q` everywhere. */
export function isFoundBy(q: string, announcement: Searched): boolean {
  return queryTokens(q).every((token) => tokensOf(announcement).has(token));
}

function tokensOf(announcement: Searched): Set<string> {
  let tokens = known.get(announcement);
  if (tokens === undefined)
    known.set(announcement, (tokens = new Set(indexTokens(searchTextOf(announcement)))));
  return tokens;
}
