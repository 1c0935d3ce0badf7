import type { Document } from '../extraction.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Layout, Section } from '../text/sections.js';

/** What a document says of being about the institution, before its announcements are read. */
export interface Aboutness {
  /** The institution or one of its distinctive things is named in full, or it is its own site. */
  named: boolean;
  /** Its short name means it here. */
  trustShort: boolean;
  inTitle: boolean;
  rules: string[];
}

const CODE = /[{};]\s*$|\b(?:const|var|function|console\.log|return|import|SELECT)\b.*[=(]/m;

function ownSite(url: string | null, lexicon: Lexicon): boolean {
  return url !== null && lexicon.knowledge.institution.sites.some((site) => url.includes(site));
}

/** Judges whether the text speaks of the institution at all and what its short name means. */
export function aboutnessOf(document: Document, layout: Layout, text: string, lexicon: Lexicon): Aboutness {
  const title = layout.title?.text ?? '';
  const inTitle = lexicon.strong.occurs(title);
  const inText = lexicon.strong.occurs(text);
  const rules: string[] = [];
  if (inTitle) rules.push('named-in-title');
  if (inText) rules.push('named-in-text');
  const site = ownSite(document.url, lexicon);
  if (site) rules.push('own-site');
  if (document.trusted) rules.push('trusted-source');
  const other = lexicon.otherMeanings.occurs(`${title}\n${text.slice(0, 20_000)}`);
  if (other) rules.push('short-name-means-another');
  const code = CODE.test(text.slice(0, 4_000)) && !/[。]|\. [A-Z]/.test(text.slice(0, 4_000));
  if (code) rules.push('code');
  const context = lexicon.context.occurs(`${title}\n${text}`);
  const named = !code && (inTitle || inText || (document.trusted && !other));
  const trustShort = !code && (inTitle || inText || ((context || site || document.trusted) && !other));
  const short = trustShort && context && lexicon.institution.occurs(`${title}\n${text}`);
  return { named: named || short, trustShort, inTitle, rules };
}

/** True where a section itself names the institution, so that a round-up's other sections are left alone. */
export function sectionNames(section: Section, lexicon: Lexicon, trustShort: boolean): boolean {
  const text = [section.heading?.text ?? '', ...section.sentences.map((s) => s.text)].join('\n');
  return lexicon.strong.occurs(text) || (trustShort && lexicon.institution.occurs(text));
}
