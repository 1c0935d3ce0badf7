import { comparePositions } from '#domain';
import { EVENT_SCOPES, type PublicEvent, type PublicLog } from '#projections';

export interface LiveHubOptions {
  /** Events kept in memory for clients that are a little behind; beyond them history is read. */
  keep?: number;
  heartbeatMs?: number;
}
export type Wake = 'advanced' | 'heartbeat' | 'aborted';

/**
 * The live end of the log, read once for all clients of this process. Holds every event after `from` up to
 * `to`; a client compares positions, so there is no seam between history and live at which one could be lost.
 */
export class LiveHub {
  private recent: PublicEvent[] = [];
  private from = '';
  private to = '';
  private readonly waiting = new Set<(wake: Wake) => void>();
  private starting: Promise<void> | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private stopListening = () => {};
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly log: PublicLog,
    private readonly options: LiveHubOptions = {},
  ) {}

  /** Begins to follow the log at its head, once. */
  start(): Promise<void> {
    return (this.starting ??= this.begin().catch((error: unknown) => {
      this.starting = null;
      throw error;
    }));
  }

  /** Ends following and every wait. */
  stop(): void {
    this.stopped = true;
    this.stopListening();
    clearInterval(this.timer);
    this.wake('aborted');
  }

  /** Every event after a position, of all scopes; null when that lies before what is kept. */
  since(after: string): readonly PublicEvent[] | null {
    if (comparePositions(after, this.from) < 0) return null;
    let first = this.recent.length;
    while (first > 0 && comparePositions(this.recent[first - 1]!.position, after) > 0) first -= 1;
    return this.recent.slice(first);
  }

  /** Resolves when there is more, when a heartbeat is due, or when `signal` aborts. */
  wait(signal: AbortSignal): Promise<Wake> {
    if (signal.aborted || this.stopped) return Promise.resolve('aborted');
    return new Promise((resolve) => {
      const done = (wake: Wake) => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', onAbort);
        resolve(wake);
      };
      const onAbort = () => done('aborted');
      signal.addEventListener('abort', onAbort);
      this.waiting.add(done);
    });
  }

  private async begin(): Promise<void> {
    this.from = this.to = await this.log.head();
    this.stopListening = this.log.onAdvance(() => this.advance());
    this.timer = setInterval(() => {
      this.wake('heartbeat');
      this.advance(); // should a notice have been missed
    }, this.options.heartbeatMs ?? 15_000).unref();
    this.advance();
  }

  private advance(): void {
    this.again = true;
    this.reading ??= this.readOn()
      .catch(() => undefined) // the log cannot be read just now: the next notice or heartbeat tries again
      .finally(() => (this.reading = null));
  }

  private async readOn(): Promise<void> {
    while (this.again) {
      this.again = false;
      const page = await this.log.page({ after: this.to, limit: 500, scopes: EVENT_SCOPES });
      this.again ||= page.hasMore;
      this.to = page.next;
      if (page.events.length > 0) this.take(page.events);
    }
  }

  private take(events: PublicEvent[]): void {
    this.recent.push(...events);
    const surplus = this.recent.length - (this.options.keep ?? 2000);
    if (surplus > 0) this.from = this.recent.splice(0, surplus).at(-1)!.position;
    this.wake('advanced');
  }

  private wake(wake: Wake): void {
    for (const done of [...this.waiting]) done(wake);
  }
}
