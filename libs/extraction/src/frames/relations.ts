import { RELATIONS, type RelationCue } from '../kinds/relations.js';
import type { Mention } from '../mentions/mention.js';
import { actorBefore, INSTITUTION_ITSELF, type Actor } from './actors.js';
import type { Frame, Scan } from './frame.js';
import { matchesOf } from '../text/matches.js';

const OFFICE_WORD =
  /committee|council|advisory|secretary|chair|member|leaders?|fellow|cohort|board|expert|young people|youths?\b|理事|委员|秘书长|会长|主席|专家|领军者|顾问|优秀青年/i;
/** Those whom the institution's programmes choose. */
const YOUTH = /young (?:people|leaders|talents)|youths?\b|青年/i;
const GUESTS = /(?:来华)?(?:出席|参加)|\b(?:attending|here for|in town for)\b/;
const POSSESSOR = { en: 150, zh: 40 };
const OF_INSTITUTION = ['summit', 'forum', 'programme_launch', 'organisation', 'competition_result'];

const SEAT = /\b(?:headquarters|secretariat|offices?)\b/i;

/** Someone came to the institution: "visited the WIC secretariat", 到访世界互联网大会秘书处. */
function visited(scan: Scan, at: number): boolean {
  if (!/^(?:visit|call|paid|pays|drop|came t|一行|到访|来访|访问)/.test(scan.piece.text.slice(at, at + 6)))
    return false;
  const { text } = scan.piece;
  return scan.mentions.some(
    (m) =>
      (m.kind === 'institution' || m.own) &&
      m.start > at &&
      (m.start - at < 24 || (m.start - at < 70 && SEAT.test(text.slice(at, m.end + 20)))),
  );
}

/** An office of the institution's, or those whom one of its programmes chose. */
function office(scan: Scan, own: boolean, topical: boolean): boolean {
  const among = YOUTH.test(scan.piece.text) || scan.mentions.some((m) => m.kind === 'organisation');
  return OFFICE_WORD.test(scan.piece.text) && (own || (topical && among));
}

/** Someone receives those who came to the institution's meeting: 会见来华出席峰会的…. */
function receivesGuests({ piece, mentions }: Scan, at: number): boolean {
  const attends = GUESTS.exec(piece.text.slice(at, at + 40));
  if (!attends) return false;
  const from = at + attends.index + attends[0].length;
  return mentions.some(
    (m) => (m.kind === 'institution' || m.event !== null) && m.start >= from && m.start - from < 12,
  );
}

/** Someone of the institution's stands before the verb; its bare name in a list of others acts for nobody. */
function acts(scan: Scan, actors: Actor[], at: number): boolean {
  const actor = actorBefore(actors, at, POSSESSOR[scan.lang]);
  if (actor === null) return false;
  const bare = actor.slug === INSTITUTION_ITSELF && scan.lang === 'zh';
  return !bare || !/^[、，]/.test(scan.piece.text.slice(actor.end));
}

/** What the text is about, at its head: two sides sign something. */
const ledBySigning = ({ piece, index }: Scan, at: number): boolean =>
  index <= 2 && piece.role === 'body' && /^(?:sign|ink)|^签/i.test(piece.text.slice(at));

const OWN = (m: Mention): boolean => m.kind === 'institution' || m.event !== null;

/** False where nothing in a piece could make a rule hold, so that its verbs need not be looked for. */
function possible(rule: RelationCue, scan: Scan, actors: Actor[], topical: boolean): boolean {
  const own = scan.mentions.some((m) => m.own || OWN(m));
  if (rule.needs === 'actor') return own || actors.length > 0;
  if (rule.kind === 'appointment') return (own || topical) && OFFICE_WORD.test(scan.piece.text);
  return own || (topical && (rule.kind === 'partnership' || scan.mentions.length > 0));
}

/** "The conference" and the like stand for the institution's meeting. */
const takesUp = ({ mentions }: Scan): boolean =>
  mentions.some(
    (m) => m.anaphor !== null && m.anaphor !== 'any' && OF_INSTITUTION.includes(m.anaphor[0] ?? ''),
  );

function present(rule: RelationCue, scan: Scan, actors: Actor[], at: number, topical: boolean): boolean {
  if (rule.needs === 'actor') return acts(scan, actors, at) || visited(scan, at) || receivesGuests(scan, at);
  if (rule.thing && !told(rule, scan)) return false;
  const own = scan.mentions.some(OWN);
  if (rule.kind === 'appointment') return office(scan, own, topical);
  return own || (topical && toldOfTopic(rule, scan, at));
}

/** What may be told of the institution's affairs where the piece itself does not name it. */
function toldOfTopic({ kind }: RelationCue, scan: Scan, at: number): boolean {
  return kind === 'partnership' ? ledBySigning(scan, at) : kind === 'reaction' && takesUp(scan);
}

/** The programme whose cohort or the body whose office it is. */
const programmeIn = (scan: Scan): Mention | null =>
  scan.mentions.find((m) => m.event?.kind === 'programme_launch') ?? null;

/** The thing that a relation is told of: the contest that was won, the programme that chose. */
function told(rule: RelationCue, scan: Scan): Mention | null {
  if (rule.kind === 'appointment') return programmeIn(scan);
  return rule.thing ? (scan.mentions.find((m) => m.kind === rule.thing && m.event !== null) ?? null) : null;
}

function topicOf(rule: RelationCue, scan: Scan, end: number): string {
  const after = scan.piece.text.slice(end, end + 60);
  return rule.kind === 'reaction' ? scan.piece.text.slice(0, 60) : after;
}

/** Frames of meetings, signatures, appointments and reactions. */
export function relationFrames(scan: Scan, actors: Actor[], topical: boolean): Frame[] {
  return RELATIONS.flatMap((rule) => {
    if (!possible(rule, scan, actors, topical)) return [];
    const match = matchesOf(scan.piece.text, rule.verb[scan.lang]).find((m) =>
      present(rule, scan, actors, m.index, topical),
    );
    if (!match) return [];
    const end = match.index + match[0].length;
    const actor = rule.needs === 'actor' ? actorBefore(actors, match.index, POSSESSOR[scan.lang]) : null;
    const frame: Frame = {
      scan,
      kind: rule.kind,
      phase: rule.phase,
      tense: /\bwill $/.test(scan.piece.text.slice(0, match.index)) ? 'future' : 'past',
      mention: told(rule, scan),
      cue: { start: actor?.start ?? match.index, end },
      deed: rule.kind === 'call_for_entries' ? 'apply' : rule.name,
      rule: `${scan.lang}/${rule.kind}/${rule.name}`,
      actor: actor?.slug ?? null,
      topic: topicOf(rule, scan, end),
    };
    return [frame];
  });
}
