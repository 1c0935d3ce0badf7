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

/** The restrictions one by one, in the order of FILTERS. */
export function activeFilters(): { name: Filter; value: string }[] {
  return FILTERS.flatMap((name) => address.many(name).map((value) => ({ name, value }))).filter(
    ({ value }) => value !== '',
  );
}

export const isActive = (name: Filter, value: string): boolean => address.many(name).includes(value);

/** Sets a restriction or takes it away; of kinds there may be several. */
export function toggleFilter(name: Filter, value: string): void {
  if (name !== 'kind') return address.set({ [name]: isActive(name, value) ? null : value });
  const kinds = address.many('kind');
  const others = kinds.filter((kind) => kind !== value);
  address.set({ kind: others.length < kinds.length ? others : [...kinds, value] });
}

export function clearFilters(): void {
  address.set(Object.fromEntries(FILTERS.map((name) => [name, null])));
}

/** What the list goes by: when things were announced, or when they happen. */
export const orderOf = (): 'announced' | 'happens' =>
  address.one('order') === 'happens' ? 'happens' : 'announced';
