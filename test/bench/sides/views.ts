import { eventStoreMigrations, openLog, PgEventStore } from '#event-store';
import { leasesMigrations, PgLeases } from '#platform';
import {
  GetFacetsHandler,
  ListAnnouncementsHandler,
  Projector,
  projections,
  projectionsMigrations,
  ViewReads,
  Views,
} from '#projections';
import { EVENTS_EACH, planned } from '../harness/history.js';
import type { BenchDatabase, BenchServer } from '../harness/server.js';

/** Announcements that are told at the same time, their events one after the other in turns. */
const ABREAST = 100;

/** A log of so many events of announcements, and the views of it. */
export class ViewsSide {
  readonly store: PgEventStore;
  readonly views: Views;
  readonly projector: Projector;
  readonly list: ListAnnouncementsHandler;
  readonly facets: GetFacetsHandler;

  private built = false;

  private constructor(
    readonly test: BenchDatabase,
    readonly events: number,
  ) {
    const { database } = test;
    this.store = new PgEventStore(database);
    this.views = new Views(database, projections);
    const leases = new PgLeases(database);
    this.projector = new Projector({ database, store: this.store, leases, projections, views: this.views });
    const reads = new ViewReads(database, this.views);
    this.list = new ListAnnouncementsHandler(reads);
    this.facets = new GetFacetsHandler(reads);
  }

  /** Writes the log; the views are built when they are needed. */
  static async open(server: BenchServer, events: number): Promise<ViewsSide> {
    const migrations = [...eventStoreMigrations, ...leasesMigrations, ...projectionsMigrations];
    const side = new ViewsSide(await server.createDatabase(migrations), events);
    await side.fill();
    return side;
  }

  get announcements(): number {
    return this.events / EVENTS_EACH;
  }

  /** Fills the views unless that was done before. */
  async ensureBuilt(): Promise<void> {
    if (!this.built) await this.build();
  }

  /** Fills all views anew from the log. */
  async build(): Promise<void> {
    this.built = true;
    await this.projector.rebuild(null, new AbortController().signal);
    if (!(await this.views.waitFor(await this.store.head(), 10_000)))
      throw new Error('The views did not reach the end of the log.');
  }

  async close(): Promise<void> {
    await this.views.close();
    await this.store.close();
    await this.test.drop();
  }

  private async fill(): Promise<void> {
    await openLog(this.store);
    for (let first = 0; first < this.announcements; first += ABREAST)
      for (let n = 0; n < EVENTS_EACH; n += 1) {
        const batch = Array.from({ length: ABREAST }, (_, index) =>
          planned(first + index, n, this.announcements),
        );
        await Promise.all(
          batch.map(({ stream, revision, event }) => this.store.append(stream, revision - 1, [event])),
        );
      }
  }
}
