import type { Lexicon } from '../knowledge/lexicon.js';
import { placesIn, type PlaceGroup } from '../places/place-groups.js';
import type { Span } from '../text/view.js';
import type { Frame } from './frame.js';
import { REPORTING } from './reporting.js';

export interface FoundPlace extends Span {
  country: string | null;
  label: string | null;
  /** The names it is made of, without what stands between them. */
  parts: Span[];
}

function between(frame: Frame, group: PlaceGroup): string {
  const { text } = frame.scan.piece;
  if (group.end <= frame.cue.start) return text.slice(group.end, frame.cue.start);
  return group.start >= frame.cue.end ? text.slice(frame.cue.end, group.start) : '';
}

/** "Beijing is hosting the conference in Wuzhen": the host is not the place where another is told. */
const HOST = /^ (?:(?:will|to|is|again|has) ){0,2}host/;

function fits(frame: Frame, group: PlaceGroup): boolean {
  const { text } = frame.scan.piece;
  const gap = between(frame, group);
  if (REPORTING.test(gap)) return false;
  if (group.end <= frame.cue.start && /[,，]/.test(gap) && !group.located) return false;
  if (
    /(?:press|news) conference $|briefing $/i.test(
      text.slice(Math.max(0, group.start - 22), group.start).replace(/(?:in|at) $/i, ''),
    )
  )
    return false;
  return group.located || (frame.scan.lang === 'zh' && gap.length < 6 && !/[，、：:]/.test(gap));
}

/** The place where a frame says that it happens, or null. */
export function placeOf(frame: Frame, lexicon: Lexicon): FoundPlace | null {
  const groups = placesIn(frame.scan, lexicon).filter((group) => fits(frame, group));
  const { text } = frame.scan.piece;
  const cost = (group: PlaceGroup): number =>
    between(frame, group).length + (group.located ? 0 : 40) + (HOST.test(text.slice(group.end)) ? 60 : 0);
  return groups.reduce<PlaceGroup | null>(
    (best, group) => (best === null || cost(group) < cost(best) ? group : best),
    null,
  );
}

/** The place in a thing's own name, "Wuzhen" of the Wuzhen Summit, where nothing else tells it. */
export function placeInName(frame: Frame, lexicon: Lexicon): FoundPlace | null {
  const { text } = frame.scan.piece;
  const name = frame.mention ?? frame.cue;
  const found = lexicon.places
    .find(text.slice(name.start, name.end + 1))
    .find(({ start, end }) => end - start > 1);
  if (!found) return null;
  const span = { start: name.start + found.start, end: name.start + found.end };
  return { ...span, country: found.entry.country, label: null, parts: [span] };
}
