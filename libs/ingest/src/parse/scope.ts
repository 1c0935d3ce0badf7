import { resolveLink } from './links.js';

/** What holds within an element: the address that links are relative to, and the language. */
export interface Scope {
  base: string;
  lang: string | null;
}

/** The scope within an element that stands in `outer`. A base that is no web address changes nothing. */
export function within(outer: Scope, attributes: Record<string, string>): Scope {
  const base = attributes['xml:base'] ?? attributes['base'];
  const lang = attributes['xml:lang'];
  if (base === undefined && lang === undefined) return outer;
  return {
    base: (base === undefined ? null : resolveLink(base, outer.base)) ?? outer.base,
    lang: lang === undefined ? outer.lang : lang.trim().replaceAll('_', '-') || null,
  };
}
