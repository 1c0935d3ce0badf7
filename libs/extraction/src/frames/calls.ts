import { PREDICATES } from '../kinds/predicates.js';
import type { Mention } from '../mentions/mention.js';
import { editionNamed } from '../mentions/edition.js';
import type { Frame, Scan } from './frame.js';
import type { Topics } from './scan.js';

const OPEN = {
  en: PREDICATES.en
    .filter((cue) => cue.deed === 'apply' && cue.thing === 'before')
    .map((cue) => new RegExp(`\\b(?:${cue.verb})`, 'i')),
  zh: PREDICATES.zh
    .filter((cue) => cue.deed === 'apply' && cue.thing === 'before')
    .map((cue) => new RegExp(cue.verb)),
};
const ROUND = { en: /\b20\d\d (?=round|edition|call)/i, zh: /20\d\d年(?=度|全球|报名|申报)/ };
const CALLED = ['award', 'programme_launch', 'competition_result'];

function latest(topics: Topics): Mention | undefined {
  return topics.findLast((topic) => topic.event !== null && CALLED.includes(topic.kind));
}

/** "The 2024 round is now open for application": a call whose object was named before. */
export function callFrames(scan: Scan, topics: Topics, found: Frame[]): Frame[] {
  if (found.some((frame) => frame.deed === 'apply')) return [];
  const thing = latest(topics);
  if (!thing || scan.piece.role !== 'body') return [];
  const match = OPEN[scan.lang]
    .map((pattern) => pattern.exec(scan.piece.text))
    .find((found) => found !== null);
  if (!match || /\b(?:each|every) year\b|每年/i.test(scan.piece.text)) return [];
  const cue = { start: match.index, end: match.index + match[0].length };
  const round = ROUND[scan.lang].exec(scan.piece.text);
  const year = round
    ? editionNamed(scan.piece.text, round.index + round[0].length, round.index + round[0].length).year
    : null;
  const kind = thing.kind === 'competition_result' ? 'competition_registration' : 'call_for_entries';
  return [
    {
      scan,
      kind,
      phase: 'open',
      tense: null,
      mention: {
        ...thing,
        ...cue,
        year: year ?? thing.year,
        anaphor: [thing.kind === 'institution' ? 'summit' : thing.kind],
      },
      cue,
      deed: 'apply',
      rule: `${scan.lang}/${kind}/of-what-was-named`,
      actor: null,
      topic: null,
    },
  ];
}
