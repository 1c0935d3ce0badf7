import type { Mention } from '../mentions/mention.js';
import type { Frame, Scan } from './frame.js';

const EVENTS = ['forum', 'symposium', 'competition_result', 'member_activity'];
const AT = /\bat (?:an? |the )?(?:[\w-]+ ){0,2}$/i;

/** "At a seminar on …, also on Sunday, …": a happening told in passing, where the sentence dates it. */
export function occasionFrames(scan: Scan): Frame[] {
  if (scan.lang !== 'en' || scan.dates.length === 0) return [];
  const told = (m: Mention): boolean =>
    EVENTS.includes(m.kind) &&
    m.anaphor === null &&
    m.event === null &&
    m.start < 24 &&
    AT.test(scan.piece.text.slice(0, m.start));
  return scan.mentions.filter(told).map((mention) => ({
    scan,
    kind: mention.kind === 'institution' ? 'summit' : mention.kind,
    phase: 'result' as const,
    tense: 'past' as const,
    mention,
    cue: { start: mention.start, end: mention.end },
    deed: 'hold',
    rule: `en/${mention.kind}/at-a`,
    actor: null,
    topic: null,
  }));
}
