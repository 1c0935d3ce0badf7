import type { DomainEvent, Recorded } from '#domain';
import { eventStoreMigrations, NO_STREAM, PgEventStore, toAppend } from '#event-store';
import { leasesMigrations, PgLeases } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { projectionsMigrations } from './generations.migrations.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';
import { Views } from './views.js';

/** A database with an event log and room for views, for one spec. */
export class LogUnderTest {
  readonly store: PgEventStore;
  private readonly revisions = new Map<string, number>();
  private readonly running: { stop: AbortController; ended: Promise<void>; views: Views }[] = [];

  private constructor(readonly test: TestDatabase) {
    this.store = new PgEventStore(test.database);
  }

  static async create(): Promise<LogUnderTest> {
    const log = new LogUnderTest(
      await createTestDatabase([...eventStoreMigrations, ...leasesMigrations, ...projectionsMigrations]),
    );
    await log.add([{ stream: 'log-main', type: 'LogOpened', data: { logId: log.test.url.slice(-12) } }]);
    return log;
  }

  /** Appends events one by one, whatever ids and positions they say. Returns the last position. */
  async add(
    events: readonly (Pick<DomainEvent, 'type' | 'data'> & Partial<Recorded> & { stream: string })[],
  ): Promise<string> {
    let position = '0';
    for (const { stream, type, data, announcedAt = null, backfill = false, id } of events) {
      const expected = this.revisions.get(stream) ?? NO_STREAM;
      const meta = { backfill, causationId: null, correlationId: null, actor: 'spec' };
      const unique = `${id ?? type}/${stream}/${expected}`;
      const event = toAppend({ type, data, announcedAt }, { ...meta, id: unique });
      const appended = await this.store.append(stream, expected, [event]);
      this.revisions.set(stream, appended.revision);
      position = appended.position;
    }
    return position;
  }

  projector(projections: readonly Projection[], onError?: (error: unknown) => void) {
    const { database } = this.test;
    const views = new Views(database, projections);
    const leases = new PgLeases(database, { ttlMs: 1500 });
    return {
      views,
      projector: new Projector({ database, store: this.store, leases, projections, views, onError }),
    };
  }

  /** Starts a projector that runs until it is stopped, or until the spec ends. */
  async start(projections: readonly Projection[], onError?: (error: unknown) => void) {
    const { views, projector } = this.projector(projections, onError);
    await views.open();
    const stop = new AbortController();
    const ended = projector.run(stop.signal);
    ended.catch(() => undefined); // told to who awaits it
    const started = { stop, ended, views, projector };
    this.running.push(started);
    return started;
  }

  async close(): Promise<void> {
    for (const { stop, ended, views } of this.running) {
      stop.abort();
      await ended.catch(() => undefined);
      await views.close();
    }
    await this.store.close();
    await this.test.drop();
  }
}
