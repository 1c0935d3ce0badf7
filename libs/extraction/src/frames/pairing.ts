import type { Kind } from '#domain';
import { COMPETITION_STAGE, DEEDS } from '../kinds/pairs.js';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Frame, Scan } from './frame.js';

const REACH = { en: { before: 150, after: 70 }, zh: { before: 90, after: 40 } };
const BREAK =
  /;|\b(?:said|says|told|which|who|while|whereas|noting|added|saying|but)\b|表示|指出|强调|认为|称[，:：]|提出/;
const COORDINATION = /^[^。；;]{0,8}(?:和|以及|、|及|与)[^，。；]{0,14}$/;

const FOUNDING = /inaugura|founding|anniversary|成立|周年/i;

const FOUNDS = /inaugurat|揭牌|成立/i;

/** The kind that an institution's bare name stands for with a verb. */
function institutionKind(predicate: Predicate, mention: Mention, text: string): Kind | null {
  if (predicate.deed === 'establish' || FOUNDS.test(text.slice(predicate.start, predicate.end))) {
    return mention.year === null ? 'organisation' : null;
  }
  if (!DEEDS.summit?.includes(predicate.deed)) return null;
  const between = text.slice(mention.end, predicate.start);
  if (FOUNDING.test(between)) return 'organisation';
  const active =
    /^["' )(A-Z]*(?:will |to |today |recently )?$/.test(between) &&
    /^(?:hold|host|organi|conven|stage|open(?:s|ed) the)/i.test(text.slice(predicate.start));
  return active && predicate.thing === 'after' ? null : 'summit';
}

function kindFor(predicate: Predicate, mention: Mention, text: string): Kind | null {
  if (mention.modifier) return null;
  if (mention.kind === 'institution')
    return predicate.thing === 'before' || predicate.deed === 'greet'
      ? institutionKind(predicate, mention, text)
      : null;
  return DEEDS[mention.kind]?.includes(predicate.deed) ? mention.kind : null;
}

function reaches(predicate: Predicate, mention: Mention, scan: Scan): boolean {
  const { text } = scan.piece;
  const before = mention.end <= predicate.start;
  if (before !== (predicate.thing === 'before') || mention.start < predicate.end === !before) return false;
  const gap = before ? text.slice(mention.end, predicate.start) : text.slice(predicate.end, mention.start);
  return gap.length <= REACH[scan.lang][predicate.thing] && !BREAK.test(gap);
}

/** The final kind: the same thing with another verb is another kind of announcement. */
function refined(kind: Kind, predicate: Predicate, mention: Mention, text: string): Kind {
  if (kind === 'competition_result') {
    if (COMPETITION_STAGE.test(text)) return kind;
    return ['apply', 'launch', 'open'].includes(predicate.deed) ? 'competition_registration' : kind;
  }
  if (predicate.deed === 'apply') return 'call_for_entries';
  return kind;
}

function frameOf(scan: Scan, predicate: Predicate, mention: Mention, kind: Kind): Frame {
  const final = refined(kind, predicate, mention, scan.piece.text);
  const occasion = predicate.deed === 'hold' || predicate.deed === 'open' || predicate.deed === 'close';
  const phase = predicate.tense === 'future' && predicate.deed !== 'cancel' ? 'plan' : predicate.phase;
  return {
    scan,
    kind: final,
    phase: final === 'competition_registration' || final === 'call_for_entries' ? 'open' : phase,
    tense: predicate.tense,
    mention,
    cue: { start: Math.min(mention.start, predicate.start), end: Math.max(mention.end, predicate.end) },
    deed: predicate.deed,
    rule: `${scan.lang}/${final}/${occasion ? predicate.deed : `${predicate.deed}-${predicate.thing}`}`,
    actor: null,
    topic: null,
  };
}

function things(scan: Scan, predicate: Predicate): { mention: Mention; kind: Kind }[] {
  const { text } = scan.piece;
  const fitting = scan.mentions.flatMap((mention) => {
    const kind = reaches(predicate, mention, scan) ? kindFor(predicate, mention, text) : null;
    return kind ? [{ mention, kind }] : [];
  });
  if (predicate.thing === 'before') return fitting.slice(-1);
  const chain = fitting.slice(0, 1);
  for (const next of fitting.slice(1)) {
    const last = chain.at(-1);
    if (!last || !COORDINATION.test(text.slice(last.mention.end, next.mention.start))) break;
    chain.push(next);
  }
  return chain;
}

const ENUMERATED = /^["'》]?[^，。；]{0,18}等(?:系列|多项|多场|一系列)?(?:[^，。]{0,6})?活动/;

/** Frames of a piece: each verb with the thing it fits. A thing named before wins over one after, an institution over none. */
export function pairedFrames(scan: Scan): Frame[] {
  const { text } = scan.piece;
  const frames = scan.predicates.flatMap((predicate) =>
    things(scan, predicate)
      .filter(
        ({ mention }) =>
          !(
            predicate.deed === 'hold' &&
            predicate.thing === 'after' &&
            ENUMERATED.test(text.slice(mention.end, mention.end + 36))
          ),
      )
      .map(({ mention, kind }) => ({ frame: frameOf(scan, predicate, mention, kind), predicate, mention })),
  );
  const rank = (f: (typeof frames)[number]): number =>
    (f.mention.anaphor ? 1 : 0) +
    (f.mention.kind === 'institution' ? 2 : 0) +
    (f.mention.event ? -1 : 0) +
    (f.predicate.thing === 'after' ? 0.5 : 0);
  const kept = frames.filter((f) => {
    const rivals = frames.filter(
      (o) => o !== f && o.predicate.start < f.predicate.end && f.predicate.start < o.predicate.end,
    );
    return !rivals.some((o) =>
      o.predicate.thing !== f.predicate.thing || o.mention !== f.mention ? rank(o) < rank(f) : false,
    );
  });
  return kept.map((f) => f.frame);
}
