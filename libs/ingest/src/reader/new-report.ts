import type { AnnouncementState, Happens, LocalizedText, Precision, Reading } from '#domain';
import { contradict } from '../match/dates.rule.js';
import type { KnownNames } from '../match/known-names.js';
import { dice, shingles } from '../match/text-likeness.js';

const DAY_MS = 86_400_000;
/** A later report may move what was announced this long before; after that it tells history, maybe wrongly. */
const MOVABLE_MS = 180 * DAY_MS;
const SURE = 0.7;
const EXACTNESS: Readonly<Record<Precision, number>> = { year: 0, quarter: 1, month: 2, day: 3 };
/** Less alike than this, two themes in one language are two themes. */
const SAME_THEME = 0.5;

/**
 * Whether another item revises what is known rather than merely repeating it: told later, with a time of its
 * own, surely enough, while the matter is fresh, and saying something else of it: other days or more exact ones,
 * another place, theme, or number in the title.
 */
export function reportsOtherwise(known: AnnouncementState, report: Reading, names: KnownNames): boolean {
  if (!mayRevise(known, report)) return false;
  return (
    contradict(known.happens, report.happens) ||
    moreExact(known.happens, report.happens) ||
    elsewhere(known, report, names) ||
    otherTheme(known.theme, report.theme) ||
    otherNumbers(known.title, report.title)
  );
}

function mayRevise(known: AnnouncementState, report: Reading): boolean {
  if (report.kind !== known.kind) return contradict(known.happens, report.happens) && isFresh(known, report);
  return isFresh(known, report);
}

function isFresh(known: AnnouncementState, report: Reading): boolean {
  if (report.confidence < SURE || !/^(source|document)$/.test(report.announcedAtBasis)) return false;
  const later = Date.parse(report.announcedAt) - Date.parse(known.announcedAt);
  return later > 0 && later <= MOVABLE_MS;
}

/** "In November" has become "from the 6th to the 9th", or a last day is known now. Another month is a contradiction. */
function moreExact(known: Happens | null, report: Happens | null): boolean {
  if (known === null || report === null) return false;
  if (EXACTNESS[report.precision] > EXACTNESS[known.precision]) return true;
  const [start, end] = [report.start, report.end];
  if (report.precision !== known.precision) return false;
  if (report.precision !== 'day') return start !== known.start || end !== known.end;
  return known.end === null && known.start === start && end !== null && end !== start;
}

/** Both name a place and what it lies in, and have nothing in common: one name alone may lie in the other. */
function elsewhere(known: AnnouncementState, report: Reading, names: KnownNames): boolean {
  const [before, now] = [known.place, report.place].map((place) => names.placesIn(place?.name ?? ''));
  return before!.size > 1 && now!.size > 1 && ![...now!].some((place) => before!.has(place));
}

function otherTheme(known: string | null, report: string | null): boolean {
  if (known === null || report === null) return false;
  const [a, b] = [known, report].map((theme) => theme.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
  if (a!.includes(b!) || b!.includes(a!)) return false;
  const alike = dice(shingles(known), shingles(report));
  return isChinese(known) === isChinese(report) && alike !== null && alike < SAME_THEME;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Both titles count the same thing and come to another number. */
function otherNumbers(known: LocalizedText, report: LocalizedText): boolean {
  return (['en', 'zh'] as const).some((lang) => {
    const [before, now] = [counted(known[lang] ?? ''), counted(report[lang] ?? '')];
    return [...now].some(([what, number]) => before.has(what) && before.get(what) !== number);
  });
}

const MONTHS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|年|月|日|届|th|st|nd|rd|world|wuzhen|wic)/i;

/** What a title counts, with the number: `15 outstanding cases`, `15项成果`. Days and years count nothing. */
function counted(title: string): Map<string, string> {
  const found = title
    .normalize('NFKC')
    .matchAll(/(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d-])\s*(\p{Script=Han}{1,2}|[a-z]+)/giu);
  return new Map(
    [...found]
      .filter(([, , what]) => !MONTHS.test(what!))
      .map(([, number, what]) => [what!.toLowerCase(), number!.replaceAll(',', '')]),
  );
}
