import type { Lease } from '#platform';
import { LeaseLostError } from '#platform';
import type { PublicEvent } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import type { BacklogRow } from '../backlog.queries.js';
import { isSending, type Endpoint } from '../endpoint.js';
import { FORMATS } from '../formats/formats.js';
import type { Format } from '../formats/format.js';
import { isPaused } from '../retry/health.rule.js';
import type { DueReader, Served } from './due-reader.js';
import type { Exchange } from './exchange.js';
import type { Written } from './outcome-writer.js';

/** What one message is made for: rows of one lane with their events. */
export interface Load {
  rows: BacklogRow[];
  events: PublicEvent[];
}

/** Rows taken from the backlog at a time, of live and of replays each. */
const PREFETCH = 32;
/** How old the last proof of the lease may be when an attempt starts; a process that was stopped proves anew. */
const PROOF_MS = 2000;
/** Settings and secrets are looked at anew at least so often. */
const SESSION_MS = 10_000;
/** How old the last success that was written may become while all is well. */
const STEADY_MS = 60_000;

/** What one drain of an endpoint knows while it holds the lease. */
export class DrainSession {
  readonly format: Format;
  private queue: Load[] = [];
  private readonly inHand = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private readonly begunAt = performance.now();
  private provenAt = this.begunAt;
  private readonly revision: string;
  private lastStart: number;
  private lastSuccess: string | null = null;

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly reader: DueReader,
    readonly lease: Lease,
    private endpoint: Endpoint,
    private readonly signal: AbortSignal,
  ) {
    this.revision = endpoint.revision;
    this.format = FORMATS[endpoint.settings.format];
    this.lastStart = Date.parse(endpoint.health.lastAttemptAt ?? '') || 0;
  }

  /** What to send next, once it may be sent; null when nothing is due, attempts may not start, or the session is over. */
  next(): Promise<Load | null> {
    const mine = this.turn.then(() => this.take());
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** What the writer must know beside the attempt: how the endpoint stood, and whether this tells anything new of it. */
  told({ verdict, startedAt }: Exchange) {
    const { revision, health } = this.endpoint;
    const well = health.failures === 0 && health.trips === 0 && health.pausedUntil === null;
    const written = Date.parse(health.lastSuccessAt ?? '') || 0;
    const steady =
      verdict.ok && verdict.disable === null && well && startedAt.getTime() - written < STEADY_MS;
    const { lastSuccess: lastSuccessAt } = this;
    if (verdict.ok) this.lastSuccess = startedAt.toISOString();
    return { revision, lastSuccessAt, steady };
  }

  /** After an outcome: its rows are nobody's, and the endpoint is as it says. */
  settle(rows: readonly BacklogRow[], written: Written): void {
    this.release(rows);
    this.provenAt = performance.now();
    if (written === null) this.endpoint = { ...this.endpoint, state: 'disabled' };
    else if (written !== 'same') this.endpoint = written;
  }

  /** After an attempt that could not be made or written. */
  release(rows: readonly BacklogRow[]): void {
    for (const { seq } of rows) this.inHand.delete(seq);
  }

  private async take(): Promise<Load | null> {
    if (this.stopped() || this.isOutdated()) return null;
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

  /** What it knows may have changed: whoever drains begins another session. */
  private isOutdated(): boolean {
    return this.endpoint.revision !== this.revision || performance.now() - this.begunAt > SESSION_MS;
  }

  private stopped(): boolean {
    return (
      this.signal.aborted ||
      !isSending(this.endpoint) ||
      isPaused(this.endpoint.health, this.ports.clock.now())
    );
  }

  private async refill(): Promise<Load[]> {
    const { webhookId } = this.endpoint;
    const { gathers } = this.format;
    const most = Math.max(PREFETCH, gathers);
    const due = await this.reader.due({ webhookId, most: most + this.inHand.size });
    const free = (served: Served[]) => served.filter(({ row }) => !this.inHand.has(row.seq)).slice(0, most);
    return alternate(gather(free(due.live), gathers), gather(free(due.replays), gathers));
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
function gather(served: readonly Served[], most: number): Load[] {
  const loads: Load[] = [];
  for (const { row, event } of served) {
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
