import { resolveLink } from '../parse/links.js';

const LINK = /<(?:[\w-]+:)?link\b[^<>]*>/gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ITEM = /<(?:[\w-]+:)?(?:item|entry)\b/i;

/**
 * Where the feed says that older entries stand: its previous archive document, else its next page (RFC 5005
 * §4 and §3). Null where it names neither.
 */
export function archiveLink(text: string, url: string): string | null {
  const links = new Map<string, string>();
  for (const [tag] of headOf(text).matchAll(LINK)) {
    const { rel, href } = attributesOf(tag);
    if (rel && href) links.set(rel.toLowerCase(), href);
  }
  const href = links.get('prev-archive') ?? links.get('next');
  const address = href === undefined ? null : resolveLink(href, url);
  return address === url ? null : address;
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [
    name.toLowerCase(),
    (a ?? b ?? '').replace(/&(amp|#38);/g, '&').trim(),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** All that is not inside an item: a feed's own links may stand before and after its items. */
function headOf(text: string): string {
  const first = text.search(ITEM);
  if (first < 0) return text;
  const last = Math.max(
    text.lastIndexOf('</item>'),
    text.lastIndexOf('</entry>'),
    text.lastIndexOf(':entry>'),
  );
  return text.slice(0, first) + (last > first ? text.slice(last) : '');
}
