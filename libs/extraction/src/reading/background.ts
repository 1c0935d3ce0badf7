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

/** Leaves out what a report only recalls, unless recalling is all it does. */
export function withoutBackground(drafts: Draft[], context: DocumentContext): Draft[] {
  const told = drafts.filter((draft) => !listed(draft));
  return withoutRecalled(told.length > 0 ? told : drafts, context);
}

function withoutRecalled(drafts: Draft[], context: DocumentContext): Draft[] {
  const recalled = drafts.filter((draft) => old(draft, context) && !inFocus(draft));
  if (recalled.length === drafts.length || recalled.length >= RETROSPECTIVE) return drafts;
  return drafts.filter((draft) => !recalled.includes(draft));
}
