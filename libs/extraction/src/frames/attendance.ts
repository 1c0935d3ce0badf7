import type { Mention } from '../mentions/mention.js';
import type { Frame, Scan } from './frame.js';
import { occasion } from './occasions.js';

const ATTENDS = {
  en: /\b(?:attend(?:s|ed|ing)?|address(?:es|ed)|(?:spoke|speaks|spoken) at|participate[sd] in|(?:took|takes?) part in|(?:gave|delivered|delivers) (?:a |an |the )?(?:keynote |opening )?(?:speech|address) (?:at|to))\b[^.;,]{0,60}$/i,
  zh: /(?:出席|参加|参与|亮相|赴会|参会)[^，。；]{0,16}$/,
};
const NOT_FROM = 24;
const LEAD = 3;

const meeting = ({ kind, own, event, modifier }: Mention): boolean =>
  !modifier &&
  (kind === 'institution' || kind === 'summit' || (own && kind === 'forum') || event?.kind === 'expo');

function attended(scan: Scan): Frame[] {
  const { text } = scan.piece;
  return scan.mentions.filter(meeting).flatMap((mention): Frame[] => {
    const before = ATTENDS[scan.lang].exec(text.slice(0, mention.start));
    if (!before) return [];
    const future = /(?:\bwill\b[^.]{0,20}|将|明日[^，。]{0,24}|\bto )$/i.test(
      text.slice(0, before.index).slice(-NOT_FROM),
    );
    const cue = { start: before.index, end: mention.end };
    const [phase, tense] = future ? (['plan', 'future'] as const) : (['result', 'past'] as const);
    const rule = `${scan.lang}/other/others-attend`;
    const topic = text.slice(0, before.index).slice(-40);
    return [{ scan, kind: 'other', phase, tense, mention, cue, deed: 'attend', rule, actor: null, topic }];
  });
}

const NAMED: readonly string[] = ['institution', 'summit', 'forum', 'expo', 'competition_result'];
const SPAN = 100;
const EARLY = 5;
const PAST_EDITION = /\b(?:last|previous|secretary-general of|chair of|members? of)(?: the| year's)? $/i;

/** A sentence that names a meeting and a day, where no words of a text say more: "… on Sunday at the conference". */
export function namedWithDay(scans: Scan[]): Frame[] {
  for (const scan of scans.slice(0, EARLY)) {
    if (scan.lang !== 'en' || scan.piece.role !== 'body') continue;
    const days = scan.dates.filter((date) => date.precision === 'day');
    const mention = scan.mentions.find(
      (m) =>
        NAMED.includes(m.kind) &&
        !m.modifier &&
        (m.event !== null || m.kind === 'institution') &&
        !PAST_EDITION.test(scan.piece.text.slice(Math.max(0, m.start - 24), m.start)) &&
        days.some((d) => Math.min(Math.abs(d.start - m.end), Math.abs(m.start - d.end)) <= SPAN),
    );
    if (mention) return [occasion(scan, mention, 'named-with-its-day')];
  }
  return [];
}

/** Others who attend: told only where the title says so and the text announces nothing of the institution's own. */
export function attendanceFrames(scans: Scan[]): Frame[] {
  const [title] = scans;
  if (title?.piece.role !== 'title') return [];
  const named = attended(title).slice(0, 1);
  if (named.length === 0) return [];
  return [...named, ...scans.slice(1, LEAD).flatMap((scan) => attended(scan).slice(0, 1))];
}
