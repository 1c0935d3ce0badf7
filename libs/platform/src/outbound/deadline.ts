import { EventEmitter } from 'node:events';

/** What undici takes for a signal: the runtime's own costs as much as signing and writing a request. */
class Breaker extends EventEmitter {
  aborted = false;
  reason: unknown = undefined;
}

/** The time one exchange may take in all, and whoever else may break it off. */
export class Deadline {
  /** For undici: breaks off what it has under way. */
  readonly signal = new Breaker();
  private readonly timer: NodeJS.Timeout;
  private readonly over: Promise<never>;
  private end: (reason: unknown) => void = () => undefined;
  /** Whether the time ran out. */
  expired = false;

  constructor(
    ms: number,
    private readonly given?: AbortSignal,
  ) {
    this.over = new Promise((_resolve, reject) => (this.end = reject));
    this.over.catch(() => undefined); // nobody may be waiting for it any more
    this.timer = setTimeout(() => {
      this.expired = true;
      this.abort(new DOMException('The time is over.', 'TimeoutError'));
    }, ms).unref();
    if (given?.aborted) this.abort(given.reason);
    else given?.addEventListener('abort', this.broken, { once: true });
  }

  /** undici hears an abort only once it is connected: a hanging name server or handshake is left behind here. */
  unlessOver<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.over]);
  }

  /** The exchange has ended. */
  clear(): void {
    clearTimeout(this.timer);
    this.given?.removeEventListener('abort', this.broken);
  }

  private readonly broken = (): void => this.abort(this.given?.reason);

  private abort(reason: unknown): void {
    Object.assign(this.signal, { aborted: true, reason });
    this.signal.emit('abort');
    this.end(reason);
  }
}
