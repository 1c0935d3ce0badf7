import type { AnnouncementState, Reading } from '#domain';
import { dice, shingles } from '../match/text-likeness.js';

/** The fields by which two readings of one item are compared. */
type Said = Pick<
  Reading & AnnouncementState,
  'kind' | 'activity' | 'phase' | 'title' | 'happens' | 'place' | 'organisations' | 'people' | 'theme'
>;

const FIELDS = ['kind', 'activity', 'phase', 'happens', 'place', 'organisations', 'people', 'theme'] as const;

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
