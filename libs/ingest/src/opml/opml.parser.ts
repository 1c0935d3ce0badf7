import { DomainError } from '#domain';
import { parseOpml } from 'feedsmith';

/** A feed in a list of feeds. */
export interface ListedFeed {
  url: string;
  title: string | null;
}

interface Outline {
  text?: string | undefined;
  title?: string | undefined;
  xmlUrl?: string | undefined;
  outlines?: Outline[] | undefined;
}

/** As many as one list may bring in. */
const MOST = 1000;
const LONGEST_TITLE = 300;

/** Every feed of an OPML file, folders or not, each address once. Throws DomainError `invalid`. */
export function opmlFeeds(xml: string): ListedFeed[] {
  const feeds = new Map<string, ListedFeed>();
  const ahead = [...outlinesOf(xml)].reverse();
  for (let outline = ahead.pop(); outline; outline = ahead.pop()) {
    const url = outline.xmlUrl?.trim();
    if (url && !feeds.has(url)) feeds.set(url, { url, title: titleOf(outline) });
    ahead.push(...[...(outline.outlines ?? [])].reverse());
  }
  if (feeds.size <= MOST) return [...feeds.values()];
  throw new DomainError('invalid', `A list may have at most ${MOST} feeds: split it.`, '/opml');
}

function outlinesOf(xml: string): readonly Outline[] {
  try {
    return (parseOpml(xml).body?.outlines ?? []) as Outline[];
  } catch {
    throw new DomainError('invalid', 'This is no OPML: export it anew from the program it is of.', '/opml');
  }
}

function titleOf({ title, text }: Outline): string | null {
  return (title ?? text ?? '').trim().slice(0, LONGEST_TITLE) || null;
}
