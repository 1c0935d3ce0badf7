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

interface Weight {
  holds: boolean;
  weight: number;
}

function weightsOf(draft: Draft, focus: Focus): Weight[] {
  const dated = draft.happens?.value.precision === 'day';
  const aside = focus !== 'title' && focus !== 'heading';
  return [
    { holds: draft.event !== null, weight: 0.08 },
    { holds: dated, weight: 0.1 },
    { holds: draft.place !== null, weight: 0.03 },
    { holds: FIRM.includes(draft.kind), weight: 0.05 },
    { holds: LOOSE.includes(draft.kind), weight: -0.06 },
    { holds: !dated && aside && OCCASIONS.includes(draft.kind), weight: -0.14 },
    { holds: draft.frames.every((frame) => frame.mention?.anaphor), weight: -0.06 },
    { holds: draft.rules.every((rule) => rule.endsWith('named-with-its-day')), weight: -0.2 },
  ];
}

/** How sure a statement is, 0–1: what is named by title or heading, known, dated and placed is surest. */
export function confidenceOf(draft: Draft, focus: Focus): number {
  const score = weightsOf(draft, focus).reduce(
    (sum, { holds, weight }) => (holds ? sum + weight : sum),
    BASE[focus],
  );
  return Math.round(Math.min(0.99, Math.max(0.05, score)) * 100) / 100;
}
