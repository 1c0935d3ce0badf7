import { addDays, daysBetween, yearOf } from '../dates/calendar.js';
import { chineseNumber } from '../dates/chinese-number.js';
import type { Day } from '#domain';
import type { Scan } from '../frames/frame.js';
import type { Draft } from '../statements/draft.js';

const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const COUNT = '(?<n>two|three|four|five|six|seven|[2-7])';
const DURATION = new RegExp(
  `\\b${COUNT}-day (?:[a-z-]+ )?(?:event|summit|conference|forum|expo|exposition|exhibition|meeting|gathering|dialogue|congress|show)\\b` +
    `|\\b(?:lasts?|lasting|spans?|runs?|will last|over|for) (?:for |the next )?(?<m>two|three|four|five|six|seven|[2-7]) days\\b` +
    `|(?:为期|会期|历时|展期|一连)(?:为)?(?<z>[两二三四五六七2-7])[天日]`,
  'i',
);
const REACH = 3;

function daysIn(text: string): number | null {
  const groups = DURATION.exec(text)?.groups;
  if (!groups) return null;
  if (groups.z) return groups.z === '两' ? 2 : chineseNumber(groups.z);
  const word = (groups.n ?? groups.m ?? '').toLowerCase();
  return ENGLISH_NUMBERS.indexOf(word) + 1 || Number(word);
}

/** A known edition of that length ends when it ends, whichever of its days its opening ceremony is on. */
function endOf(draft: Draft, start: Day, days: number): Day {
  const edition = draft.event?.editions?.find(({ year }) => year === (draft.year ?? yearOf(start)));
  const known =
    edition?.start && edition.end && daysBetween(edition.start, edition.end) + 1 === days
      ? edition.end
      : null;
  return known !== null && known >= start ? known : addDays(start, days - 1);
}

/** "The three-day event", 为期三天: the end of what a sentence at or shortly before it tells to begin. */
export function lastingFor(drafts: Draft[], scan: Scan, open: (draft: Draft) => boolean): Draft[] {
  if (!drafts.some(open)) return drafts;
  const days = daysIn(scan.piece.text);
  if (days === null) return drafts;
  const draft = drafts.find(
    (d) => open(d) && d.frames.some((f) => scan.index >= f.scan.index && scan.index - f.scan.index <= REACH),
  );
  const start = draft?.happens?.value.start ?? null;
  if (!draft?.happens || start === null) return drafts;
  const happens = { ...draft.happens, value: { ...draft.happens.value, end: endOf(draft, start, days) } };
  return drafts.map((d) => (d === draft ? { ...d, happens } : d));
}
