import type { Announcement } from '#client';

/** What an announcement may state, in the order in which people ask for it. */
export const FACTS = [
  ...(['announcedAt', 'happens', 'place', 'people', 'organisations', 'theme', 'activity'] as const),
  ...(['kind', 'phase', 'title', 'summary'] as const),
];

/** The facts that it does state; its title and summary are told elsewhere. */
export function statedFacts(announcement: Announcement): string[] {
  return FACTS.filter((field) => field !== 'title' && field !== 'summary' && isStated(announcement[field]));
}

/** Names of fields in that order. */
export function inOrder(fields: Iterable<string>): string[] {
  const all: readonly string[] = FACTS;
  return [...new Set(fields)].sort((a, b) => all.indexOf(a) - all.indexOf(b));
}

const isStated = (value: unknown) => value !== null && (!Array.isArray(value) || value.length > 0);
