import type { Lease } from '#platform';
import { LeaseLostError } from '#platform';
import type { PublicEvent } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import { pickDue, postpone, type BacklogRow } from '../backlog.queries.js';
import { isSending, type Endpoint } from '../endpoint.js';
import { FORMATS } from '../formats/formats.js';
import type { Format } from '../formats/format.js';
import { isPaused } from '../retry/health.rule.js';
import type { EventCache } from './event-cache.js';

/** What one message is made for: rows of one lane with their events. */
export interface Load {
  rows: BacklogRow[];
  events: PublicEvent[];
}

/** Rows taken from the backlog at a time, of live and of replays each. */
const PREFETCH = 16;
const UNSERVED_MS = 30_000;
/** How old the last proof of the lease may be when an attempt starts; a process that was stopped proves anew. */
const PROOF_MS = 2000;

/** What one drain of an endpoint knows while it holds the lease. */
export class DrainSession {
  readonly format: Format;
  private queue: Load[] = [];
  private readonly inHand = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private provenAt = performance.now();
  private lastStart: number;

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly events: EventCache,
    readonly lease: Lease,
    private endpoint: Endpoint,
    private readonly signal: AbortSignal,
  ) {
    this.format = FORMATS[endpoint.settings.format];
    this.lastStart = Date.parse(endpoint.health.lastAttemptAt ?? '') || 0;
  }

  /** What to send next, once it may be sent; null when nothing is due or attempts may not start. */
  next(): Promise<Load | null> {
    const mine = this.turn.then(() => this.take());
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** After an outcome: its rows are nobody's, and the endpoint is as it says. */
  settle(rows: readonly BacklogRow[], endpoint: Endpoint | null): void {
    for (const { seq } of rows) this.inHand.delete(seq);
    this.provenAt = performance.now();
    if (endpoint === null) this.endpoint = { ...this.endpoint, state: 'disabled' };
    else this.endpoint = endpoint;
  }

  /** After an attempt that could not be made or written. */
  release(rows: readonly BacklogRow[]): void {
    for (const { seq } of rows) this.inHand.delete(seq);
  }

  private async take(): Promise<Load | null> {
    if (this.stopped()) return null;
    if (this.queue.length === 0) this.queue = await this.refill();
    if (this.queue.length === 0) return null;
    const waited = await this.pace();
    if (waited && this.format.gathers > 1) this.queue = await this.refill(); // what came meanwhile goes along
    await this.prove();
    const load = this.queue.shift();
    if (load === undefined || this.stopped()) return null;
    for (const { seq } of load.rows) this.inHand.add(seq);
    this.lastStart = this.ports.clock.now().getTime();
    return load;
  }

  private stopped(): boolean {
    return (
      this.signal.aborted ||
      !isSending(this.endpoint) ||
      isPaused(this.endpoint.health, this.ports.clock.now())
    );
  }

  private async refill(): Promise<Load[]> {
    const { database, clock } = this.ports;
    const common = {
      webhookId: this.endpoint.webhookId,
      now: clock.now(),
      exclude: [...this.inHand],
      limit: Math.max(PREFETCH, this.format.gathers),
    };
    const [live, replays] = await Promise.all([
      pickDue(database, { ...common, live: true }),
      pickDue(database, { ...common, live: false }),
    ]);
    const known = await this.events.at([...live, ...replays].map((row) => row.position));
    const unserved = [...live, ...replays].filter((row) => !known.has(row.position));
    if (unserved.length > 0)
      await postpone(
        database,
        unserved.map((row) => row.seq),
        new Date(clock.now().getTime() + UNSERVED_MS),
      );
    return alternate(gather(live, known, this.format.gathers), gather(replays, known, this.format.gathers));
  }

  /** Waits until the endpoint's rate allows another message; whether that took any time. */
  private async pace(): Promise<boolean> {
    const rate = this.endpoint.settings.ratePerSecond ?? this.format.pace;
    const wait = rate === null ? 0 : this.lastStart + 1000 / rate - this.ports.clock.now().getTime();
    if (wait > 0) await this.ports.clock.sleep(wait, this.signal);
    return wait > 0;
  }

  private async prove(): Promise<void> {
    if (performance.now() - this.provenAt < PROOF_MS) return;
    const asked = performance.now();
    const { name, token } = this.lease;
    const rows = await this.ports.database.query('SELECT 1 FROM leases WHERE name = $1 AND token = $2', [
      name,
      token,
    ]);
    if (rows.length === 0) throw new LeaseLostError(name);
    this.provenAt = asked;
  }
}

/** Neighbours of one lane into one message, as many as the format takes. */
function gather(rows: BacklogRow[], events: Map<string, PublicEvent>, most: number): Load[] {
  const loads: Load[] = [];
  for (const row of rows) {
    const event = events.get(row.position);
    if (event === undefined) continue;
    const last = loads.at(-1);
    if (last && last.rows.length < most && last.rows[0]!.lane === row.lane) {
      last.rows.push(row);
      last.events.push(event);
    } else loads.push({ rows: [row], events: [event] });
  }
  return loads;
}

/** One of each in turn: neither live traffic nor replays wait for the other to be done. */
function alternate<T>(a: readonly T[], b: readonly T[]): T[] {
  const longest = Math.max(a.length, b.length);
  return Array.from({ length: longest }, (_, index) => [a[index], b[index]])
    .flat()
    .filter((item) => item !== undefined);
}
