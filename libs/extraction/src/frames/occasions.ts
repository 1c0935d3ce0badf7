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
  /^["')]*(?: \([A-Z]{2,5}\))?,? ?(?:\(|from |on |, |held |(?:(?:to be )?held |taking place |staged )?(?:in|at) (?:the )?(?:[\w-]+ ){0,3}?(?:(?:town|city) of )?)?(?:[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2},? (?:province,? )?(?:on |from |between )?){0,3}$/;
const MEETINGS = ['institution', 'summit', 'forum', 'expo'];

/** 亚太峰会 4月14日至15日 香港, a line of a calendar: a name, its days, its place. */
const LINE_LENGTH = 60;
const LINE_GAP = /^["》]?(?:时间)?[ :：(|，]{1,4}.?$/;

/** A line of a calendar: the meetings it names with a date right behind them. */
function calendarFrames(scan: Scan): Frame[] {
  const { text } = scan.piece;
  if (text.length > LINE_LENGTH || scan.predicates.length > 0) return [];
  const told = (m: Mention): boolean =>
    MEETINGS.includes(m.kind) &&
    !m.modifier &&
    (m.event !== null || m.own) &&
    scan.dates.some((d) => d.start >= m.end && LINE_GAP.test(text.slice(m.end, d.start + 1)));
  return scan.mentions.filter(told).map((mention) => occasion(scan, mention, 'in-a-calendar'));
}

/** "… attend the conference from Sunday to Tuesday": a named meeting with its days behind it needs no verb. */
export function datedFrames(scan: Scan): Frame[] {
  if (scan.mentions.length === 0) return [];
  if (scan.lang !== 'en') return calendarFrames(scan);
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

const NOTICE = /^(?:会议|活动|举办|举行|召开)?(?:时间|日期) ?[:：]/;

/** 时间：… under the name of a meeting: a notice, which needs no verb. */
export function noticeFrames(scans: Scan[]): Frame[] {
  const at = scans.findIndex((scan) => NOTICE.test(scan.piece.text) && scan.dates.length > 0);
  for (const scan of at < 0 ? [] : scans.slice(0, at).reverse()) {
    const mention = scan.mentions.find((m) => MEETINGS.includes(m.kind) && (m.event !== null || m.own));
    if (mention) return [occasion(scan, mention, 'in-a-notice')];
  }
  return [];
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

const MOMENT =
  /\b(?:at|during|from|in|after|before|attend\w*|address\w*) (?:the|its|their) (?<moment>opening|closing) (?:ceremony|session|day|plenary)(?: (?:here|in [A-Z]\w+))?,? (?=(?:on |late |early |this |last )?(?:today|yesterday|morning|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))/i;
const NEAR = 14;

const dayBehind = (scan: Scan, at: number): boolean =>
  scan.dates.some((d) => d.precision === 'day' && d.start >= at - 1 && d.start - at < NEAR);

/** "… at the closing ceremony on Friday": when the meeting that the text is about opened or closed. */
export function momentFrames(scan: Scan, topics: Mention[], found: Frame[]): Frame[] {
  const match = scan.lang === 'en' ? MOMENT.exec(scan.piece.text) : null;
  const thing = match && topics.findLast((t) => t.kind === 'institution' || t.kind === 'summit');
  if (!match || !thing || found.some(({ kind }) => kind === 'summit')) return [];
  const cue = { start: match.index, end: match.index + match[0].length };
  if (!dayBehind(scan, cue.end)) return [];
  const deed = match.groups?.moment?.toLowerCase() === 'closing' ? 'close' : 'open';
  const mention: Mention = { ...thing, ...cue, kind: 'summit', anaphor: ['summit'] };
  return [{ ...occasion(scan, mention, 'at-its-ceremony'), phase: deed, tense: 'past', deed }];
}
