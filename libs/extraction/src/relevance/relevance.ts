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

/** What of a document speaks for or against its being about the institution. */
function signsOf(document: Document, title: string, text: string, lexicon: Lexicon) {
  const whole = `${title}\n${text}`;
  const head = text.slice(0, 4_000);
  return {
    'named-in-title': lexicon.strong.occurs(title),
    'named-in-text': lexicon.strong.occurs(text),
    'own-site': ownSite(document.url, lexicon),
    'trusted-source': document.trusted,
    'short-name-means-another': lexicon.otherMeanings.occurs(whole.slice(0, 20_000)),
    'context-words': lexicon.context.occurs(whole),
    'short-name': lexicon.institution.occurs(whole),
    code: CODE.test(head) && !/[。]|\. [A-Z]/.test(head),
  };
}

/** Judges whether the text speaks of the institution at all and what its short name means. */
export function aboutnessOf(document: Document, layout: Layout, text: string, lexicon: Lexicon): Aboutness {
  const signs = signsOf(document, layout.title?.text ?? '', text, lexicon);
  const rules = Object.entries(signs).flatMap(([rule, holds]) => (holds ? [rule] : []));
  const meaning = meaningOf(signs);
  const short = meaning.trustShort && lexicon.institution.occurs(layout.title?.text ?? '');
  return { ...meaning, inTitle: signs['named-in-title'] || short, rules };
}

/** A full name means the institution; the short one only with words of its world and none of another's. */
function meaningOf(signs: ReturnType<typeof signsOf>): Pick<Aboutness, 'named' | 'trustShort'> {
  if (signs.code) return { named: false, trustShort: false };
  if (signs['named-in-title'] || signs['named-in-text']) return { named: true, trustShort: true };
  if (signs['short-name-means-another']) return { named: false, trustShort: false };
  const own = signs['own-site'] || signs['trusted-source'];
  const short = signs['context-words'] && signs['short-name'];
  return { named: signs['trusted-source'] || short, trustShort: own || signs['context-words'] };
}

/** True where a section itself names the institution, so that a round-up's other sections are left alone. */
export function sectionNames(section: Section, lexicon: Lexicon, trustShort: boolean): boolean {
  const text = [section.heading?.text ?? '', ...section.sentences.map((s) => s.text)].join('\n');
  return lexicon.strong.occurs(text) || (trustShort && lexicon.institution.occurs(text));
}
