import {
  comparePositions,
  foldAnnouncement,
  ownerOf,
  type AnnouncementEvent,
  type AnnouncementState,
  type Recorded,
} from '#domain';
import { upcast, type EventStore } from '#event-store';
import { FACETS, type Facet, type Facets, type Moment } from '#projections';

type Event = Recorded<AnnouncementEvent>;

/** What the facets of a moment are without any view: reads the log, folds every announcement, counts. */
export async function facetsByFold(store: EventStore, { asOf, knownAt }: Moment): Promise<Facets> {
  const histories = new Map<string, Event[]>();
  for await (const stored of store.readAll()) {
    if (knownAt !== null && comparePositions(stored.position, knownAt) > 0) break;
    const { aggregate, id } = ownerOf(stored.stream);
    if (aggregate !== 'announcement') continue;
    const history = histories.get(id);
    if (history) history.push(upcast(stored) as Event);
    else histories.set(id, [upcast(stored) as Event]);
  }
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  for (const [id, history] of histories) {
    const state = foldAnnouncement(id, history, asOf);
    if (state) count(state, counts);
  }
  return Object.fromEntries([...counts].map(([facet, values]) => [facet, sorted(values)])) as Facets;
}

function count(state: AnnouncementState, counts: Map<Facet, Map<string, number>>): void {
  const { kind, happens, announcedAt, place, organisations, title, coverage } = state;
  const values: Record<Facet, Iterable<string>> = {
    kind: [kind],
    year: [(happens?.start ?? happens?.end ?? announcedAt).slice(0, 4)],
    place: place ? [place.name] : [],
    organisation: new Set(organisations),
    language: new Set([...Object.keys(title), ...coverage.map(({ lang }) => lang)]),
    source: new Set(coverage.map(({ sourceId }) => sourceId)),
  };
  for (const facet of FACETS)
    for (const value of values[facet]) {
      const of = counts.get(facet)!;
      of.set(value, (of.get(value) ?? 0) + 1);
    }
}

/** Largest first; equal ones by name. */
export function sorted(values: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...values]
    .map(([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
