import type { Facets, FilterQuery } from '#client';
import { tracker } from '../api/client.js';
import { resource, type Resource } from '../api/resource.svelte.js';
import type { Filter } from './filter.svelte.js';

/** The facets of the contract, and the filter that each sets. */
export const FACETS = [
  ['kind', 'kind'],
  ['year', 'year'],
  ['place', 'place'],
  ['organisation', 'organisation'],
  ['language', 'lang'],
  ['source', 'source'],
] as const satisfies [keyof Facets, Filter][];
export type Facet = (typeof FACETS)[number][0];

const QUIET_MS = 250;
const LONGEST_MS = 2000;

/**
 * Counts for what is shown. A facet one has chosen from counts what there would be without that choice, so that
 * one can choose again. Reads once things are quiet: who drags or plays does not look at counts.
 */
export function readFacets(query: () => FilterQuery): Resource<Facets> {
  const settled = quietly(() => JSON.stringify(query()));
  return resource(
    () => JSON.parse(settled()) as FilterQuery,
    async (wanted, signal) => {
      const chosen = FACETS.filter(([, filter]) => filter in wanted);
      const [all, ...without] = await Promise.all(
        [wanted, ...chosen.map(([, filter]) => ({ ...wanted, [filter]: undefined }))].map((each) =>
          tracker().get('/v1/facets', { query: each, signal }),
        ),
      );
      const again = chosen.map(([facet], index) => [facet, without[index]![facet]]);
      return { ...all!, ...Object.fromEntries(again) } as Facets;
    },
  );
}

/** A value once it has not changed for a moment; while it keeps changing, now and then. */
function quietly(value: () => string): () => string {
  let settled = $state(value());
  let since = 0;
  $effect(() => {
    const wanted = value();
    if (since === 0) since = Date.now();
    const wait = Math.min(QUIET_MS, Math.max(0, since + LONGEST_MS - Date.now()));
    const timer = setTimeout(() => {
      settled = wanted;
      since = 0;
    }, wait);
    return () => clearTimeout(timer);
  });
  return () => settled;
}
