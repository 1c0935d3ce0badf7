import type { Mention } from '../mentions/mention.js';
import type { Frame, Scan } from './frame.js';

const EVENTS = ['forum', 'symposium', 'competition_result', 'member_activity'];
const AT = /\bat (?:an? |the )?(?:[\w-]+ ){0,2}$/i;

/** A frame of a thing that is told to happen without a verb of its own. */
export function occasion(scan: Scan, mention: Mention, how: string): Frame {
  const kind = mention.kind === 'institution' ? 'summit' : mention.kind;
  return {
    scan,
    kind,
    phase: 'result',
    tense: how === 'at-a' ? 'past' : null,
    mention,
    cue: { start: mention.start, end: mention.end },
    deed: 'hold',
    rule: `${scan.lang}/${kind}/${how}`,
    actor: null,
    topic: null,
  };
}

/** Between a name and its days: nothing, a preposition, or a place. */
const RANGE_GAP =
  /^["')]*(?: \([A-Z]{2,5}\))?,? ?(?:\(|from |on |, |held )?(?:[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2},? (?:on |from )?){0,3}$/;
const MEETINGS = ['institution', 'summit', 'forum', 'expo'];

/** "… attend the conference from Sunday to Tuesday": a named meeting with its days behind it needs no verb. */
export function datedFrames(scan: Scan): Frame[] {
  if (scan.lang !== 'en' || scan.mentions.length === 0) return [];
  const listed = scan.predicates.length === 0;
  const ranges = scan.dates.filter(
    (date) => date.precision === 'day' && (date.to !== null || (listed && date.from?.month !== undefined)),
  );
  const told = (m: Mention): boolean =>
    MEETINGS.includes(m.kind) &&
    !m.modifier &&
    (m.event !== null || m.own) &&
    ranges.some((r) => r.start >= m.end && RANGE_GAP.test(scan.piece.text.slice(m.end, r.start)));
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'with-its-days'));
}

const CHINESE_AT = /(?:^|[，。、（(])[^，。]{0,14}在[^，。]{0,36}$/;
const SAID_THERE = /^["》]?(?:上(?!午|海|线|月|周|届)|期间|现场)/;

/** 9日，在…分论坛上，…: a part of the meeting told as where something else happened, where the sentence dates it. */
export function chineseOccasionFrames(scan: Scan): Frame[] {
  if (
    scan.lang !== 'zh' ||
    scan.mentions.length === 0 ||
    !scan.dates.some((date) => date.precision === 'day')
  )
    return [];
  const { text } = scan.piece;
  const told = (m: Mention): boolean =>
    (m.kind === 'forum' || m.kind === 'symposium') &&
    m.anaphor === null &&
    m.event === null &&
    SAID_THERE.test(text.slice(m.end, m.end + 4)) &&
    CHINESE_AT.test(text.slice(0, m.start)) &&
    scan.dates.some((d) => d.precision === 'day' && d.end <= m.start && m.start - d.end < 48);
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'at-a'));
}

/** "At a seminar on …, also on Sunday, …": a happening told in passing, where the sentence dates it. */
export function occasionFrames(scan: Scan): Frame[] {
  if (scan.lang !== 'en' || scan.mentions.length === 0 || scan.dates.length === 0) return [];
  const told = (m: Mention): boolean =>
    EVENTS.includes(m.kind) &&
    m.anaphor === null &&
    m.event === null &&
    m.start < 24 &&
    AT.test(scan.piece.text.slice(0, m.start));
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'at-a'));
}
