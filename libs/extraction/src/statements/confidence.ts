import type { Draft } from './draft.js';

/** Below this a statement goes to a person's review instead of to followers. */
export const REVIEW_THRESHOLD = 0.5;

/** Kinds whose words mean one thing only, and kinds that are often told in passing. */
const FIRM: readonly string[] = [
  'summit',
  'forum',
  'expo',
  'office_opening',
  'competition_registration',
  'member_activity',
];
const LOOSE: readonly string[] = ['reaction', 'appointment', 'organisation', 'programme_launch', 'other'];

/** How sure a statement is, 0–1: what is named by title or heading, known, dated and placed is surest. */
export function confidenceOf(draft: Draft, focus: 'title' | 'heading' | 'lead' | 'aside'): number {
  let score = 0.45;
  score += { title: 0.25, heading: 0.25, lead: 0.15, aside: 0 }[focus];
  if (draft.event) score += 0.12;
  if (draft.happens?.value.precision === 'day') score += 0.12;
  if (draft.place) score += 0.04;
  if (FIRM.includes(draft.kind)) score += 0.06;
  if (LOOSE.includes(draft.kind)) score -= 0.08;
  if (draft.frames.every((frame) => frame.mention?.anaphor)) score -= 0.1;
  return Math.round(Math.min(0.99, Math.max(0.05, score)) * 100) / 100;
}
