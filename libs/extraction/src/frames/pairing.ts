import { DEEDS } from '../kinds/pairs.js';
import { reaches } from './fitting.js';
import { refined } from './refining.js';
import { kindFor } from './telling.js';
import type { Mention } from '../mentions/mention.js';
import type { Kind } from '#domain';
import type { Predicate } from '../predicates/predicates.js';
import type { Frame, Scan } from './frame.js';
import { othersWork, passingRelative } from './passing.js';

const OBJECT_CLAUSE = /^(?: (?:on|of|for|about) [^,.;]{2,60})?,? (?:which|that) [^.;]{3,120}$/;
const COORDINATION = /^[^。；;]{0,8}(?:和|以及|、|及|与)[^，。；]{0,14}$/;

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

/** 《…报告及共识》 is one work although it has two nouns. */
function inOneTitle(text: string, a: Mention, b: Mention): boolean {
  return (
    text.lastIndexOf('《', a.start) > text.lastIndexOf('》', a.start) &&
    !text.slice(a.end, b.start).includes('》')
  );
}

/** "A seminar which the institution held": the object stands before its clause. */
function relativeObject(scan: Scan, { deed, start }: Predicate): Mention | undefined {
  if (scan.lang !== 'en' || deed !== 'hold') return undefined;
  const { text } = scan.piece;
  return scan.mentions.find(
    (m) =>
      m.kind !== 'institution' &&
      m.anaphor === null &&
      DEEDS[m.kind]?.includes('hold') === true &&
      OBJECT_CLAUSE.test(text.slice(m.end, start)) &&
      scan.mentions.some((o) => o.kind === 'institution' && o.start > m.end && o.end <= start),
  );
}

function things(scan: Scan, predicate: Predicate): { mention: Mention; kind: Kind }[] {
  if (passingRelative(predicate, scan)) return [];
  const object = relativeObject(scan, predicate);
  if (object) return object.kind === 'institution' ? [] : [{ mention: object, kind: object.kind }];
  const { text } = scan.piece;
  const fitting = scan.mentions.flatMap((mention) => {
    const told = reaches(predicate, mention, scan) && !othersWork(predicate, mention, scan);
    const kind = told ? kindFor(predicate, mention, scan) : null;
    return kind ? [{ mention, kind }] : [];
  });
  if (predicate.thing === 'before') return fitting.slice(-1);
  const chain = fitting.slice(0, 1);
  for (const next of fitting.slice(1)) {
    const last = chain.at(-1);
    if (
      !last ||
      inOneTitle(text, last.mention, next.mention) ||
      !COORDINATION.test(text.slice(last.mention.end, next.mention.start))
    )
      break;
    chain.push(next);
  }
  return chain;
}

const ENUMERATED = /^["'》]?[^，。；]{0,18}等(?:系列|多项|多场|一系列)?(?:[^，。]{0,6})?活动/;

const LISTS = /(?:举办|举行|开展|包括|设有|设置|进行)[^。；]*$/;
const ITEM = /^(?:仪式|活动|会|展示)?(?:、|等)/;

/** 举办…发布、…颁奖、…论坛等活动: what a programme lists is not told of its own. */
function listed({ deed, thing, start, end }: Predicate, mention: Mention, text: string): boolean {
  if (deed === 'hold' && thing === 'after') return ENUMERATED.test(text.slice(mention.end, mention.end + 36));
  const works = deed === 'release' || deed === 'give' || deed === 'launch';
  return works && ITEM.test(text.slice(end, end + 4)) && LISTS.test(text.slice(0, start));
}

const clausesBetween = (text: string, from: number, to: number): number =>
  from < to ? text.slice(from, to).split('，').length - 1 : 0;

/** 峰会举办…论坛: the thing before is the host of the one that follows the verb. */
function directObject({ deed, thing, end }: Predicate, { start }: Mention, { piece, lang }: Scan): boolean {
  if (lang !== 'zh' || deed !== 'hold' || thing !== 'after') return false;
  const gap = piece.text.slice(end, start);
  return gap.length <= 24 && !/[ ，、；：:的]/.test(gap);
}

/** Frames of a piece: each verb with the thing it fits. A thing named before wins over one after, an institution over none. */
export function pairedFrames(scan: Scan): Frame[] {
  const { text } = scan.piece;
  const frames = scan.predicates.flatMap((predicate) =>
    things(scan, predicate)
      .filter(({ mention }) => !listed(predicate, mention, text))
      .map(({ mention, kind }) => ({ frame: frameOf(scan, predicate, mention, kind), predicate, mention })),
  );
  const rank = (f: (typeof frames)[number]): number =>
    (f.mention.anaphor ? 1 : 0) +
    (f.mention.kind === 'institution' ? 2 : 0) +
    (f.mention.event ? -1 : 0) +
    (f.predicate.thing === 'after' ? 0.5 : 0) +
    (directObject(f.predicate, f.mention, scan) ? -2 : 0) +
    clausesBetween(text, f.mention.end, f.predicate.start) * 0.6;
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
