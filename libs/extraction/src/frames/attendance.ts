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

const NAMED: readonly string[] = [
  'institution',
  'summit',
  'forum',
  'expo',
  'competition_result',
  'symposium',
];
const SPAN = 100;
const EARLY = 5;
const LAST =
  /\b(?:(?:last|previous)(?: year's)?|(?:(?:press|news) conference|briefing)s? (?:on|for|about)(?: the)?) $/i;
/** What is said of the institution rather than of its meeting. */
const OF = /\b(?:of|by|from|join\w*|told) (?:the |a |an )?$/i;
/** The institution does something; its meeting does not. */
const ACTS =
  /^["')]*(?: \([A-Z]{2,5}\))? (?:has |have |had |also |today |jointly |and the [A-Z][\w ]{2,30} )*(?!opened|kicked|started|wrapped|closed|concluded|ended|returned)(?:[a-z]{2,}ed|made|put|says|set up|gave|took|chose)\b/;
/** Days by which to apply. */
const APPLIES = /\b(?:registration|nominations?|deadline|appl(?:y|ications?)|entries)\b/i;
const AHEAD = /\b(?:will|to be|slated|scheduled|upcoming|next)\b/i;

/** A thing with a name or edition of its own, or the institution where someone is at it. */
function occurs(mention: Mention, before: string, after: string): boolean {
  if (!NAMED.includes(mention.kind) || mention.modifier || LAST.test(before)) return false;
  if (mention.event !== null || mention.anaphor !== null) return mention.anaphor === null;
  return mention.kind === 'institution' ? !OF.test(before) && !ACTS.test(after) : mention.own;
}

/** A sentence that names a meeting and a day, where no words of a text say more: "… on Sunday at the conference". */
export function namedWithDay(scans: Scan[]): Frame[] {
  for (const scan of scans.slice(0, EARLY)) {
    if (scan.lang !== 'en' || scan.piece.role !== 'body' || APPLIES.test(scan.piece.text)) continue;
    const { text } = scan.piece;
    const days = scan.dates.filter((date) => date.precision === 'day');
    const mention = scan.mentions.find(
      (m) =>
        occurs(m, text.slice(Math.max(0, m.start - 24), m.start), text.slice(m.end)) &&
        days.some((d) => Math.min(Math.abs(d.start - m.end), Math.abs(m.start - d.end)) <= SPAN),
    );
    if (!mention) continue;
    return [
      { ...occasion(scan, mention, 'named-with-its-day'), tense: AHEAD.test(text) ? 'future' : 'past' },
    ];
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
