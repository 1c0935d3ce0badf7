import { generateOpml } from 'feedsmith';
import { xmlText } from './xml-text.js';

/** A source as it stands in a list for other programs. */
export interface ListedSource {
  kind: 'feed' | 'page' | 'hand';
  title: string;
  url: string | null;
  lang: string | null;
}

const EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head/><body/></opml>\n';

/** OPML 2.0 of sources: feeds as feed readers take them, pages as links, which they pass over. */
export function sourceList(sources: readonly ListedSource[], title: string): string {
  const outlines = sources.filter(({ url }) => url !== null).map(outlineOf);
  if (outlines.length === 0) return EMPTY; // the generator refuses a list of nothing
  return generateOpml({ head: { title: xmlText(title) }, body: { outlines } });
}

function outlineOf({ kind, title, url, lang }: ListedSource) {
  const about = { text: xmlText(title), title: xmlText(title), ...(lang === null ? {} : { language: lang }) };
  return kind === 'feed' ? { ...about, type: 'rss', xmlUrl: url! } : { ...about, type: 'link', url: url! };
}
