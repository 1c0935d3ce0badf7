import {
  comparePositions,
  type foldSegments,
  ownerOf,
  resolveMerges,
  streamOf,
  survivorsOf,
  type AnnouncementEvent,
  type Merges,
  type Recorded,
} from '#domain';
import { upcast } from '#event-store';
import type { ViewTransaction } from '../runner/projection.js';
import { loadStanding, mergeEventsOf } from './announcements-reading.js';
import { nothingStanding, type Standing } from './unfolding.js';

type Event = Recorded<AnnouncementEvent>;

/** Announcements lately written: their events and what stands of them, so that the log is not read again. */
export class AnnouncementMemory {
  private readonly events = new Map<string, Event[]>();
  private readonly standing = new Map<string, Standing>();
  private mergeEvents: Event[] = [];
  private merges: Merges = new Map();
  private absorbed = new Map<string, string[]>();

  /** The memory of a view, filled with every merge so far when it is new. */
  static async of(view: ViewTransaction): Promise<AnnouncementMemory> {
    const known = view.memory.get('announcements') as AnnouncementMemory | undefined;
    if (known) return known;
    const memory = new AnnouncementMemory();
    memory.addMerges(await mergeEventsOf(view.tx, view.schema));
    view.memory.set('announcements', memory);
    return memory;
  }

  /** Loads whatever a batch touches and is not remembered: the announcements, their survivors, all lineages. */
  async prepare(view: ViewTransaction, batch: readonly Event[], fold: typeof foldSegments): Promise<void> {
    const merges = resolveMerges([...this.mergeEvents, ...batch]);
    const absorbed = absorbedBy(merges);
    const own = new Set(batch.map(({ stream }) => ownerOf(stream).id));
    const subjects = new Set([...own].flatMap((id) => [id, ...survivorsOf(id, merges)]));
    const involved = new Set([...subjects].flatMap((id) => lineageOf(id, absorbed)));
    for (const { stream, revision } of batch) {
      const { id } = ownerOf(stream);
      if (revision === 0 && !this.events.has(id)) this.events.set(id, []);
      const isNew = revision === 0 && !this.absorbed.has(id); // else it stands on what was merged into it
      if (isNew && !this.standing.has(id)) this.standing.set(id, nothingStanding(id));
    }
    await this.loadEvents(view, [...involved]);
    await this.loadStandings(view, [...subjects], fold);
  }

  /** Takes an event in. Returns the announcements whose fold it may change. */
  take(event: Event): string[] {
    const { id } = ownerOf(event.stream);
    this.events.get(id)!.push(event);
    if (event.type === 'AnnouncementMerged') this.addMerges([event]);
    return [id, ...survivorsOf(id, this.merges)];
  }

  standingOf(id: string): Standing {
    return this.standing.get(id)!;
  }

  /** Every event remembered that `id` folds. */
  knownOf(id: string): Event[] {
    const lineage = lineageOf(id, this.absorbed);
    return lineage.length === 1 ? this.events.get(id)! : lineage.flatMap((each) => this.events.get(each)!);
  }

  /** Forgets what was used longest ago until no more than `capacity` events remain. */
  shrink(used: Iterable<string>, capacity: number): void {
    for (const id of used) {
      touch(this.events, id);
      touch(this.standing, id);
    }
    let held = 0;
    for (const events of this.events.values()) held += events.length;
    for (const [id, events] of this.events) {
      if (held <= capacity) return;
      held -= events.length;
      this.events.delete(id);
      this.standing.delete(id);
    }
  }

  private addMerges(events: readonly Event[]): void {
    this.mergeEvents = [...this.mergeEvents, ...events];
    this.merges = resolveMerges(this.mergeEvents);
    this.absorbed = absorbedBy(this.merges);
  }

  private async loadEvents({ store, after }: ViewTransaction, ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.events.has(id));
    await inParallel(missing, async (id) => {
      const events: Event[] = [];
      for await (const stored of store.readStream(streamOf('announcement', id))) {
        if (comparePositions(stored.position, after) > 0) break;
        events.push(upcast(stored) as Event);
      }
      this.events.set(id, events);
    });
  }

  /** What stands comes from folding again; only the rows' places and numbers are read. */
  private async loadStandings(
    view: ViewTransaction,
    ids: readonly string[],
    fold: typeof foldSegments,
  ): Promise<void> {
    const missing = ids.filter((id) => !this.standing.has(id));
    if (missing.length === 0) return;
    const loaded = await loadStanding(view, missing, (id) => fold(id, this.knownOf(id)));
    for (const [id, standing] of loaded) this.standing.set(id, standing);
  }
}

function absorbedBy(merges: Merges): Map<string, string[]> {
  const absorbed = new Map<string, string[]>();
  for (const [from, into] of merges) absorbed.set(into, [...(absorbed.get(into) ?? []), from]);
  return absorbed;
}

/** The announcement and every one that leads to it. */
function lineageOf(id: string, absorbed: ReadonlyMap<string, string[]>): string[] {
  return [id, ...(absorbed.get(id) ?? []).flatMap((each) => lineageOf(each, absorbed))];
}

function touch<Value>(map: Map<string, Value>, id: string): void {
  const value = map.get(id);
  if (value === undefined) return;
  map.delete(id);
  map.set(id, value);
}

async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  width = 8,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
