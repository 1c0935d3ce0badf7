import type { Mention } from '../mentions/mention.js';
import type { Frame, Scan } from './frame.js';

const EVENTS = ['forum', 'symposium', 'competition_result', 'member_activity'];
const AT = /\bat (?:an? |the )?(?:[\w-]+ ){0,2}$/i;

function occasion(scan: Scan, mention: Mention, how: string): Frame {
  const kind = mention.kind === 'institution' ? 'summit' : mention.kind;
  return {
    scan,
    kind,
    phase: 'result',
    tense: how === 'at-a' ? 'past' : null,
    mention,
    cue: { start: mention.start, end: mention.end },
    deed: 'hold',
    rule: `en/${kind}/${how}`,
    actor: null,
    topic: null,
  };
}

const RANGE_GAP = /^["')]*(?: \([A-Z]{2,5}\))?,? ?(?:\(|from |on |, |held )?$/i;
const MEETINGS = ['institution', 'summit', 'forum', 'expo'];

/** "… attend the conference from Sunday to Tuesday": a named meeting with its days behind it needs no verb. */
export function datedFrames(scan: Scan): Frame[] {
  if (scan.lang !== 'en') return [];
  const ranges = scan.dates.filter((date) => date.to !== null && date.precision === 'day');
  const told = (m: Mention): boolean =>
    MEETINGS.includes(m.kind) &&
    !m.modifier &&
    (m.event !== null || m.own) &&
    ranges.some((r) => r.start >= m.end && RANGE_GAP.test(scan.piece.text.slice(m.end, r.start)));
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'with-its-days'));
}

/** "At a seminar on …, also on Sunday, …": a happening told in passing, where the sentence dates it. */
export function occasionFrames(scan: Scan): Frame[] {
  if (scan.lang !== 'en' || scan.dates.length === 0) return [];
  const told = (m: Mention): boolean =>
    EVENTS.includes(m.kind) &&
    m.anaphor === null &&
    m.event === null &&
    m.start < 24 &&
    AT.test(scan.piece.text.slice(0, m.start));
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'at-a'));
}
