import type { Draft } from './draft.js';
import type { Focus } from './focus.js';

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
const LOOSE: readonly string[] = [
  'reaction',
  'appointment',
  'organisation',
  'programme_launch',
  'partnership',
  'other',
];
const OCCASIONS: readonly string[] = ['summit', 'forum', 'symposium', 'expo'];

const BASE: Record<Focus, number> = { title: 0.74, heading: 0.74, lead: 0.64, aside: 0.54, passing: 0.24 };

/** How sure a statement is, 0–1: what is named by title or heading, known, dated and placed is surest. */
export function confidenceOf(draft: Draft, focus: Focus): number {
  const dated = draft.happens?.value.precision === 'day';
  let score = BASE[focus];
  if (draft.event) score += 0.08;
  if (dated) score += 0.1;
  if (draft.place) score += 0.03;
  if (FIRM.includes(draft.kind)) score += 0.05;
  if (LOOSE.includes(draft.kind)) score -= 0.06;
  if (!dated && OCCASIONS.includes(draft.kind) && focus !== 'title' && focus !== 'heading') score -= 0.14;
  if (draft.frames.every((frame) => frame.mention?.anaphor)) score -= 0.06;
  return Math.round(Math.min(0.99, Math.max(0.05, score)) * 100) / 100;
}
