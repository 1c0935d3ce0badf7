import type { Lexicon } from '../knowledge/lexicon.js';
import { chronicleYear } from '../text/chronicle.js';
import type { Piece } from '../text/sections.js';
import { actorsIn, INSTITUTION_ITSELF, type Actor } from './actors.js';
import { anchored } from './anchoring.js';
import { attendanceFrames, namedWithDay } from './attendance.js';
import { callFrames } from './calls.js';
import type { Frame, Scan } from './frame.js';
import { criticFrames } from './critics.js';
import {
  chineseOccasionFrames,
  datedFrames,
  momentFrames,
  noticeFrames,
  occasionFrames,
} from './occasions.js';
import { pairedFrames } from './pairing.js';
import { participationFrames } from './participation.js';
import { relationFrames } from './relations.js';
import { scanOf, type Topics } from './scan.js';

/** Pieces that are read together: what is named in one may be meant by "it" in the next. */
export interface PieceGroup {
  pieces: Piece[];
  section: number;
  /** True under a heading of a digest: one subject, so that equal kinds are one announcement. */
  headed: boolean;
}

export interface GroupReading {
  /** The group is about the institution: it names it early or often. */
  prominent: boolean;
  scans: Scan[];
  frames: Frame[];
}

/** Shorter first lines are datelines and bylines. */
const OPENING_LENGTH = { en: 24, zh: 12 };
const OFTEN = 3;

/** "The conference" in a later English sentence goes on speaking of the meeting; 大会 is said of too many. */
const takenUp = (scans: Scan[], first: Scan): boolean =>
  scans.some(
    (scan) =>
      scan.lang === 'en' &&
      scan.index > first.index &&
      scan.mentions.some((m) => m.anaphor !== null && m.kind === 'summit'),
  );

/** Something happens in a piece on a day that it tells. */
const datedIn = (frames: Frame[], scan: Scan): boolean =>
  scan.dates.some((date) => date.precision === 'day') && frames.some((frame) => frame.scan === scan);

/** True where the first pieces of a group name the institution or its things, or a good part of all pieces does. */
function isProminent(scans: Scan[], frames: Frame[]): boolean {
  const naming = scans.filter((scan) =>
    scan.mentions.some((m) => m.own || m.event !== null || m.kind === 'institution'),
  );
  const [first] = naming;
  if (!first) return false;
  const opening = scans.find(
    ({ piece, lang }) =>
      piece.role === 'body' && piece.text.length >= OPENING_LENGTH[lang] && !piece.text.endsWith('?'),
  );
  const lead = opening?.index ?? 0;
  if (first.piece.role !== 'body' || first.index <= lead) return true;
  if (first.index === lead + 1 && (takenUp(scans, first) || datedIn(frames, first))) return true;
  return naming.length >= OFTEN || naming.length * 2 >= scans.length;
}

const covers = (outer: Frame, inner: Frame): boolean =>
  inner.mention !== null && inner.mention.start >= outer.cue.start && inner.mention.end <= outer.cue.end;

const overlap = (a: Frame, b: Frame): boolean => a.cue.start < b.cue.end && b.cue.start < a.cue.end;

/** What the pieces before tell of a piece. */
interface Around {
  topical: boolean;
  headed: boolean;
  /** The first piece of the group. */
  title: Scan | null;
}

/** The frames of a piece; an event of others that someone attends is not told again as held, nor a call twice. */
function framesOf(scan: Scan, actors: Actor[], around: Around, lexicon: Lexicon): Frame[] {
  const attended = participationFrames(scan, lexicon, actors);
  const paired = pairedFrames(scan).filter(
    (frame) =>
      anchored(frame, around.headed, around.title, lexicon) && !attended.some((a) => covers(a, frame)),
  );
  const relations = [
    ...relationFrames(scan, actors, around.topical),
    ...criticFrames(scan, around.topical, lexicon),
  ];
  const visits = relations.filter((frame) => frame.kind === 'member_activity');
  const related = relations.filter(
    (frame) =>
      !paired.some((p) => p.kind === frame.kind) &&
      !(frame.kind === 'exchange' && [...attended, ...visits].some((a) => overlap(a, frame))),
  );
  const occasions = [
    ...occasionFrames(scan),
    ...(paired.length === 0 ? chineseOccasionFrames(scan) : []),
    ...datedFrames(scan),
  ].filter((frame) => !paired.some((p) => p.kind === frame.kind));
  return [...paired, ...attended, ...related, ...occasions];
}

/** What a text tells that says nothing more: that someone attends, or a meeting and a day. */
function slightFrames(scans: Scan[]): Frame[] {
  const attended = attendanceFrames(scans);
  if (attended.length > 0) return attended;
  const noticed = noticeFrames(scans);
  return noticed.length > 0 ? noticed : namedWithDay(scans);
}

/** Reads the pieces of a group in order. */
export function readGroup(group: PieceGroup, lexicon: Lexicon, trustShort: boolean): GroupReading {
  const topics: Topics = [];
  const scans: Scan[] = [];
  const frames: Frame[] = [];
  let lastActor: Actor | null = null;
  let year: number | null = null;
  for (const [index, piece] of group.pieces.entries()) {
    const told: ReturnType<typeof chronicleYear> = chronicleYear(piece.text);
    const scan = scanOf(piece, group.section, index, lexicon, trustShort, topics, told?.year ?? year);
    year = told?.heads === true ? told.year : year;
    const actors = actorsIn(scan, lexicon, lastActor);
    const topical = topics.some((topic) => topic.kind === 'institution' || topic.event !== null);
    lastActor = actors.find((actor) => actor.slug !== INSTITUTION_ITSELF) ?? lastActor;
    scans.push(scan);
    const found = framesOf(scan, actors, { topical, headed: group.headed, title: scans[0] ?? null }, lexicon);
    frames.push(...found, ...callFrames(scan, topics, found), ...momentFrames(scan, topics, found));
  }
  const all = frames.length > 0 ? frames : slightFrames(scans);
  return { scans, frames: all, prominent: isProminent(scans, all) };
}
