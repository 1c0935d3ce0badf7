import type { Lexicon } from '../knowledge/lexicon.js';
import type { Span } from '../text/view.js';
import type { Scan } from './frame.js';
import { matchesOf } from '../text/matches.js';

/** The slug of an actor that is no person: the institution, its office or delegation. */
export const INSTITUTION_ITSELF = '*';

/** Someone who acts for the institution. */
export interface Actor extends Span {
  slug: string;
  name: string;
}

const ENGLISH_OFFICE =
  /\b(?:[Ee]xecutive )?(?:[Dd]eputy )?[Ss]ecretary-[Gg]eneral\b|\b(?:[Aa]|[Tt]he|[Oo]ur|[Ii]ts) (?:[A-Z]+ )?delegation\b/g;
const CHINESE_OFFICE = /(?:常务)?(?:副)?秘书长|秘书处|代表团/g;
const PRONOUN = /(?:^|, )(?:[Hh]e|[Ss]he|[Tt]he delegation)\b/;

/** The people and delegations of the institution in a piece, in its order; its bare name last. */
export function actorsIn(scan: Scan, lexicon: Lexicon, previous: Actor | null): Actor[] {
  const { text } = scan.piece;
  const people = lexicon.people
    .find(text)
    .filter(({ entry }) => entry.insider)
    .map(({ start, end, entry }) => ({ start, end, slug: entry.slug, name: text.slice(start, end) }));
  const offices = matchesOf(text, scan.lang === 'zh' ? CHINESE_OFFICE : ENGLISH_OFFICE).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    slug: INSTITUTION_ITSELF,
    name: match[0],
  }));
  const institution = scan.mentions
    .filter((m) => m.kind === 'institution' && !m.modifier)
    .map((m) => ({ start: m.start, end: m.end, slug: INSTITUTION_ITSELF, name: text.slice(m.start, m.end) }));
  const pronoun = previous && PRONOUN.exec(text);
  const back =
    pronoun && previous
      ? [{ ...previous, start: pronoun.index, end: pronoun.index + pronoun[0].length }]
      : [];
  return [...people, ...back, ...offices, ...institution];
}

/** The actor that stands before a verb, a person rather than an office or a bare name. */
export function actorBefore(actors: Actor[], at: number, reach: number): Actor | null {
  const before = actors.filter((actor) => actor.end <= at && at - actor.end <= reach);
  return before.find((actor) => actor.slug !== INSTITUTION_ITSELF) ?? before.at(-1) ?? null;
}
