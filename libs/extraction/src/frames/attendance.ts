import type { Mention } from '../mentions/mention.js';
import type { Frame, Scan } from './frame.js';

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

/** Others who attend: told only where the title says so and the text announces nothing of the institution's own. */
export function attendanceFrames(scans: Scan[]): Frame[] {
  const [title] = scans;
  if (title?.piece.role !== 'title') return [];
  const named = attended(title).slice(0, 1);
  if (named.length === 0) return [];
  return [...named, ...scans.slice(1, LEAD).flatMap((scan) => attended(scan).slice(0, 1))];
}
