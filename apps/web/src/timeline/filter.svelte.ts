import type { AnnouncementQuery } from '#client';
import { address } from '../address/address.svelte.js';

/** The restrictions that a view's address may hold; the names of the public contract. */
export const FILTERS = ['kind', 'year', 'place', 'organisation', 'activity', 'lang', 'source', 'q'] as const;
export type Filter = (typeof FILTERS)[number];

/** What the address restricts the announcements to, as parameters of a read. */
export function filterOf(): AnnouncementQuery {
  const kinds = address.many('kind');
  const rest = FILTERS.filter((name) => name !== 'kind').flatMap((name) => {
    const value = address.one(name);
    return value ? [[name, value]] : [];
  });
  return { ...(kinds.length > 0 ? { kind: kinds } : {}), ...Object.fromEntries(rest) };
}
