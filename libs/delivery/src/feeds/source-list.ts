import { generateOpml } from 'feedsmith';
import { xmlText } from './xml-text.js';

/** A source as it stands in a list for other programs. */
export interface ListedSource {
  kind: 'feed' | 'page' | 'hand';
  title: string;
  url: string | null;
  lang: string | null;
}

/** OPML 2.0 of sources: feeds as feed readers take them, pages as links, which they pass over. */
export function sourceList(sources: readonly ListedSource[], title: string): string {
  return generateOpml({
    head: { title: xmlText(title) },
    body: { outlines: sources.filter(({ url }) => url !== null).map(outlineOf) },
  });
}

function outlineOf({ kind, title, url, lang }: ListedSource) {
  const about = { text: xmlText(title), title: xmlText(title), ...(lang === null ? {} : { language: lang }) };
  return kind === 'feed' ? { ...about, type: 'rss', xmlUrl: url! } : { ...about, type: 'link', url: url! };
}
