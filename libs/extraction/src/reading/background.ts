import { daysBetween } from '../dates/calendar.js';
import type { Draft } from '../statements/draft.js';
import type { DocumentContext } from './document-context.js';

const OLD_DAYS = 45;
const RETROSPECTIVE = 3;

function old(draft: Draft, context: DocumentContext): boolean {
  const { reference } = context;
  if (reference === null) return false;
  const last = draft.happens?.value.end ?? draft.happens?.value.start ?? null;
  if (last !== null) return daysBetween(last, reference) > OLD_DAYS;
  return draft.year !== null && draft.year < Number(reference.slice(0, 4));
}

const inFocus = (draft: Draft): boolean => draft.frames.some((frame) => frame.scan.piece.role !== 'body');

const LISTED = ['release', 'feature', 'hold', 'give'];

/** What "will be released" at a meeting, without a day of its own, is part of its programme. */
function listed(draft: Draft): boolean {
  const works = draft.kind === 'publication' || draft.kind === 'award';
  const releases = draft.frames.every(({ deed }) => LISTED.includes(deed));
  return works && releases && draft.phase === 'plan' && draft.happens === null && !inFocus(draft);
}

const TALKS = ['exchange', 'external_participation', 'partnership', 'appointment'];
const CALLS = ['call_for_entries', 'competition_registration'];
const RESULTS = ['award', 'competition_result'];

/** Plans without a day that someone tells in a talk which the text is about. */
const talkedOf = (draft: Draft, drafts: Draft[]): boolean =>
  draft.phase === 'plan' &&
  draft.happens?.value.precision !== 'day' &&
  !inFocus(draft) &&
  drafts.some((other) => TALKS.includes(other.kind) && inFocus(other));

/** When the results of a call will be told is part of the call. */
const timetable = (draft: Draft, drafts: Draft[]): boolean =>
  RESULTS.includes(draft.kind) &&
  draft.phase === 'plan' &&
  drafts.some(
    (other) => CALLS.includes(other.kind) && inFocus(other) && other.event?.key === draft.event?.key,
  );

/** Leaves out what a report only recalls, unless recalling is all it does. */
export function withoutBackground(drafts: Draft[], context: DocumentContext): Draft[] {
  const told = drafts.filter(
    (draft) => !listed(draft) && !talkedOf(draft, drafts) && !timetable(draft, drafts),
  );
  return withoutRecalled(told.length > 0 ? told : drafts, context);
}

function withoutRecalled(drafts: Draft[], context: DocumentContext): Draft[] {
  const recalled = drafts.filter((draft) => old(draft, context) && !inFocus(draft));
  const slight = recalled.filter(({ rules }) => rules.every((rule) => rule.endsWith('named-with-its-day')));
  if (recalled.length === drafts.length || recalled.length >= RETROSPECTIVE)
    return drafts.filter((draft) => !slight.includes(draft));
  return drafts.filter((draft) => !recalled.includes(draft));
}
