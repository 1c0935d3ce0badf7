import type { Kind } from '#client';

const KINDS = {
  summit: ['summit'],
  meeting: [
    ...['forum', 'symposium', 'exchange', 'external_participation', 'member_activity', 'organisation'],
    'expo',
  ],
  call: ['competition_registration', 'call_for_entries'],
  result: ['competition_result', 'award', 'publication', 'programme_launch', 'appointment'],
} satisfies Record<string, string[]>;

export const TONES = [...(Object.keys(KINDS) as (keyof typeof KINDS)[]), 'other'] as const;
export type Tone = (typeof TONES)[number];

/** The colour that kinds share on the calendar; its legend says which. */
export function toneOf(kind: Kind): Tone {
  const found = Object.entries(KINDS).find(([, kinds]) => kinds.includes(kind));
  return (found?.[0] as Tone | undefined) ?? 'other';
}
