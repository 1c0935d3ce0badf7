import type { Lexicon } from '../knowledge/lexicon.js';
import type { Frame, Scan } from './frame.js';

const LOOSE = [
  'publication',
  'forum',
  'symposium',
  'expo',
  'competition_result',
  'award',
  'programme_launch',
  'office_opening',
  'other',
];
/** 大会发布…: the meeting that the text is about is the subject. */
const BY_MEETING = /(?:^|[，。；])(?:本届|本次|此次)?(?:大会|峰会|论坛|组委会)[^，。；]{0,6}$/;
const ECHO_PIECES = 3;
const THERE =
  /\bat the (?:opening |closing |award |launch )?(?:ceremony|event|meeting|forum|symposium|summit|conference)\b|\bduring the\b|\bused the (?:stage|occasion|event|gathering|meeting)\b|\bon the (?:sidelines|margins|fringes)\b|(?:仪式|会议|开幕式|论坛|会)上|期间/i;

/**
 * True where a thing without a name of its own is tied to the institution: its sentence names the institution or one of
 * its things, says "at the ceremony", or is a plan among the institution's plans.
 */
export function anchored(frame: Frame, headed: boolean, title: Scan | null, lexicon: Lexicon): boolean {
  const { scan } = frame;
  if (named(frame) || !LOOSE.includes(frame.kind)) return true;
  if (headed) return !othersDeed(frame, lexicon);
  if (
    scan.mentions.some((m) => m !== frame.mention && (m.kind === 'institution' || m.own || m.event !== null))
  )
    return true;
  if (byMeeting(frame)) return true;
  return (
    planned(frame) || THERE.test(scan.piece.text) || echoes(frame, title) || atHome(frame, title, lexicon)
  );
}

/** 大会发布…, 本届大会…，发布了…: a sentence whose subject is the meeting. */
function byMeeting({ scan, cue }: Frame): boolean {
  if (scan.lang !== 'zh') return false;
  const taken = scan.mentions.some((m) => m.own && m.anaphor !== null && m.anaphor !== 'any');
  return taken || BY_MEETING.test(scan.piece.text.slice(0, cue.start));
}

/** A section of the institution's digest that says what another body brought out. */
function othersDeed({ scan, cue, mention }: Frame, lexicon: Lexicon): boolean {
  if (scan.mentions.some((m) => m !== mention && (m.own || m.event !== null))) return false;
  return lexicon.bodies.find(scan.piece.text.slice(0, cue.end)).some(({ end }) => end <= cue.start + 1);
}

/** A meeting in the town of the yearly meeting, in a text whose title names that. */
function atHome({ scan, kind }: Frame, title: Scan | null, { summit, places }: Lexicon): boolean {
  if (kind !== 'forum' || !title?.mentions.some((m) => m.own || m.event === summit)) return false;
  const names = [...(summit?.names.en ?? []), ...(summit?.names.zh ?? [])];
  const { text } = scan.piece;
  return places
    .find(text)
    .some(({ start, end }) => names.some((name) => name.includes(text.slice(start, end))));
}

/** The thing has a name of its own, stands for one, or has the institution's name in its own. */
function named({ mention }: Frame): boolean {
  return !mention || mention.event !== null || mention.own || mention.kind === 'institution';
}

/** The thing of one of the first sentences is the one that the title names as the institution's. */
function echoes({ mention, scan }: Frame, title: Scan | null): boolean {
  if (!title || !mention || scan.index > ECHO_PIECES || title === scan) return false;
  const own = title.mentions.some((m) => m.own || m.event !== null || m.kind === 'institution');
  return own && title.mentions.some((m) => m.kind === mention.kind);
}

const planned = ({ deed, tense, kind }: Frame): boolean =>
  deed === 'apply' || (tense === 'future' && kind !== 'publication');
