import { oneLine } from '../parse/html-text.js';
import { resolveLink } from '../parse/links.js';
import type { ParserThread } from '../parse/parser-thread.js';

/** A link of a page, absolute, with the words it stands under. */
export interface PageLink {
  url: string;
  text: string;
}

interface RawLinks {
  base: string | null;
  title: string | null;
  anchors: { href: string; text: string }[];
  feeds: { href: string; type: string; title: string | null }[];
}

/** What a page links to. */
export interface PageLinks {
  title: string | null;
  links: PageLink[];
  /** Feeds that the page names as its alternates. */
  feeds: { url: string; type: string; title: string | null }[];
}

/** The links of an HTML page, each address once. Rejects with ParserError. */
export async function readLinks(html: string, url: string, parsers: ParserThread): Promise<PageLinks> {
  const raw = await parsers.run<RawLinks>('links', html);
  const base = resolveLink(raw.base, url) ?? url;
  const links = new Map<string, string>();
  for (const { href, text } of raw.anchors) {
    const address = resolveLink(href, base)?.replace(/#.*$/, '');
    if (address !== undefined && !links.get(address)) links.set(address, oneLine(text));
  }
  const feeds = raw.feeds.flatMap(({ href, type, title }) => {
    const address = resolveLink(href, base);
    return address === null ? [] : [{ url: address, type, title }];
  });
  const title = raw.title === null ? null : oneLine(raw.title);
  return { title, links: [...links].map(([address, text]) => ({ url: address, text })), feeds };
}
