import type { Instant } from '#domain';
import type { DomainPause } from '../schedule/domain-pauses.js';
import type { Marks, ScheduledSource } from '../schedule/scheduled-source.js';
import { mayHaveMissed, type Gap } from './after-poll.js';
import { olderEntries } from './archives.js';
import type { Intake, Looked, Taken } from './intake.js';
import type { Observation } from './observation.js';
import type { PageParts } from './page-source.js';
import { reread } from './reread.js';
import { deletedItems, type Vanished } from './vanished.js';

/** All that a poll brings in, from the source itself, its archive and its pages. */
export interface Brought {
  taken: Taken & { unchanged: string[] };
  /** How many items of the fetch were known and have not changed. */
  known: number;
  gap: Gap | null;
  marks: Marks;
  pauses: DomainPause[];
}

/** Takes what a poll saw: new and changed items, what vanished, what an archive tells after a gap. */
export class Takings {
  constructor(private readonly parts: PageParts & { intake: Intake }) {}

  async of(source: ScheduledSource, observation: Observation, now: Instant): Promise<Brought> {
    const { intake, seen } = this.parts;
    const looked = await intake.look(source, observation.entries, now);
    const missed = mayHaveMissed(source, observation, looked.known) && (await seen.any(source.sourceId));
    const first = source.lastFetchedAt === null;
    const old = first || missed ? 'undated' : 'by-age';
    const taken = await intake.take(source, looked.fresh, { now, old });
    const brought: Brought = {
      taken: { ...taken, unchanged: looked.unchanged },
      known: looked.known - looked.fresh.filter(({ known }) => known !== null).length,
      gap: null,
      marks: { body: observation.bodyMark, items: looked.mark },
      pauses: [],
    };
    taken.seen.push(...observation.passedOver);
    if (missed) await this.closeGap(brought, source, observation, now);
    await this.addPages(brought, source, observation, now);
    add(brought, await deletedItems(source.sourceId, observation.deleted, seen));
    return brought;
  }

  private async closeGap(
    brought: Brought,
    source: ScheduledSource,
    { fetched }: Observation,
    now: Instant,
  ): Promise<void> {
    const lastKnownItem = await this.parts.seen.lastRelevant(source.sourceId);
    brought.gap = { lastKnownItem, closed: false };
    if (source.settings.kind !== 'feed' || fetched.outcome !== 'fetched') return;
    const { entries, closed, pauses } = await olderEntries(source.sourceId, fetched, this.parts, now);
    brought.gap.closed = closed;
    brought.pauses.push(...pauses);
    await this.addEntries(brought, source, await this.parts.intake.look(source, entries, now), 'all', now);
  }

  /** Pages of known articles: changed, gone, or as they were. */
  private async addPages(
    brought: Brought,
    source: ScheduledSource,
    { fetched }: Observation,
    now: Instant,
  ): Promise<void> {
    if (source.settings.kind !== 'page' || fetched.outcome === 'failed') return;
    const again = await reread(source.sourceId, this.parts, now);
    brought.pauses.push(...again.pauses);
    const looked = await this.parts.intake.look(source, again.entries, now);
    await this.addEntries(brought, source, looked, 'by-age', now);
    add(brought, again);
  }

  private async addEntries(
    { taken }: Brought,
    source: ScheduledSource,
    looked: Looked,
    old: 'all' | 'by-age',
    now: Instant,
  ): Promise<void> {
    const there = new Set(taken.seen.map(({ itemId }) => itemId));
    const more = await this.parts.intake.take(source, looked.fresh, { now, old });
    taken.commands.push(...more.commands.filter(({ itemId }) => !there.has(itemId)));
    taken.seen.push(...more.seen.filter(({ itemId }) => !there.has(itemId)));
    taken.itemsNew += more.itemsNew;
    taken.itemsChanged += more.itemsChanged;
    taken.fresh += more.fresh;
  }
}

/** An item that stands in this very fetch has not vanished, and what is remembered of it is newer. */
function add({ taken }: Brought, { commands, seen }: Vanished): void {
  const there = new Set([...taken.seen.map(({ itemId }) => itemId), ...taken.unchanged]);
  taken.commands.push(...commands.filter(({ itemId }) => !there.has(itemId)));
  taken.seen.push(...seen.filter(({ itemId }) => !there.has(itemId)));
}
