import type { AnnouncementState, Reading } from '#domain';
import { contradict } from '../match/dates.rule.js';
import { dice, shingles } from '../match/text-likeness.js';

/** The fields by which two readings of one item are compared. */
type Said = Pick<
  Reading & AnnouncementState,
  'kind' | 'activity' | 'phase' | 'title' | 'happens' | 'place' | 'organisations' | 'people' | 'theme'
>;

const FIELDS = ['kind', 'activity', 'phase', 'happens', 'place', 'organisations', 'people', 'theme'] as const;
const DAY_MS = 86_400_000;
/** A later report may move what was announced this long before; after that it tells history, maybe wrongly. */
const MOVABLE_MS = 180 * DAY_MS;
const SURE = 0.7;

/** Whether an edited item now says something else: another wording of the same facts is no revision. */
export function saysSomethingElse(before: Said, after: Said): boolean {
  if (before.kind !== after.kind || before.phase !== after.phase) return true;
  const dates = JSON.stringify(before.happens) !== JSON.stringify(after.happens);
  const place = after.place !== null && before.place?.name !== after.place.name;
  const theme = after.theme !== null && before.theme !== after.theme;
  return dates || place || theme || titlesDiffer(before, after);
}

/** Whether better extraction reads anything else from the same text. */
export function readsOtherwise(before: Said, after: Said): boolean {
  const titles = Object.entries(after.title).some(
    ([lang, title]) => before.title[lang as keyof typeof before.title] !== title,
  );
  return titles || FIELDS.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/**
 * Whether another item revises what is known rather than merely repeating it: told later, with a time of its
 * own, surely enough, while the matter is fresh, and with other days.
 */
export function reportsOtherwise(known: AnnouncementState, report: Reading): boolean {
  if (report.confidence < SURE || !/^(source|document)$/.test(report.announcedAtBasis)) return false;
  const later = Date.parse(report.announcedAt) - Date.parse(known.announcedAt);
  return later > 0 && later <= MOVABLE_MS && contradict(known.happens, report.happens);
}

/** Numbers count in a title even where all other words stay. */
function titlesDiffer(before: Said, after: Said): boolean {
  return (['en', 'zh'] as const).some((lang) => {
    const [old, now] = [before.title[lang], after.title[lang]];
    if (old === undefined || now === undefined || old === now) return false;
    return numbersIn(old) !== numbersIn(now) || (dice(shingles(old), shingles(now)) ?? 0) < 0.6;
  });
}

function numbersIn(text: string): string {
  return (text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ');
}
