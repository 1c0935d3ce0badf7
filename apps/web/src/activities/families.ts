/** What people look for among activities; each gathers keys by their first word, e.g. `office/zhejiang`. */
export const FAMILIES = {
  summit: ['summit'],
  forum: ['forum', 'symposium', 'external', 'exchange'],
  competition: ['competition'],
  office: ['office'],
  programme: ['programme', 'call'],
  award: ['award'],
  expo: ['expo'],
  publication: ['publication'],
  body: ['organisation', 'appointment', 'member'],
} as const satisfies Record<string, readonly string[]>;

export type Family = keyof typeof FAMILIES | 'other';
export const FAMILY_NAMES = [...(Object.keys(FAMILIES) as (keyof typeof FAMILIES)[]), 'other'] as Family[];

/** The family of an activity's key; `other` where it belongs to none. */
export function familyOf(id: string): Family {
  const [first = ''] = id.split('/');
  const found = Object.entries(FAMILIES).find(([, keys]) => (keys as readonly string[]).includes(first));
  return (found?.[0] as Family | undefined) ?? 'other';
}

/** The year in an activity's key, which tells editions apart; null where there is none or its name says it. */
export function editionOf(id: string, name: string): string | null {
  const year = /\/(\d{4})(?:\/|$)/.exec(id)?.[1] ?? null;
  return year !== null && !name.includes(year) ? year : null;
}
