import { NoAnswerError } from './unavailable.js';

/** What is needed of the client's streams, which are Node's Readable with types of their own. */
export interface Source {
  read(): unknown;
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  off(event: string, listener: (...args: unknown[]) => void): unknown;
}

export interface PullOptions {
  signal?: AbortSignal;
  /** Longest wait for the next item, in milliseconds; default without end. */
  patience?: number;
  /** Further events of the source after which the reader is told. */
  nudges?: readonly string[];
  /** Ends the source. */
  cancel: () => Promise<void>;
}

const BATCH = 500;

/**
 * Reads a stream of the client in batches of what is there (at most 500). An empty batch says that nothing
 * more is there just now. Its reader's pace is the backpressure. Ends with the source or when aborted.
 */
export async function* pull<T>(source: Source, options: PullOptions): AsyncGenerator<T[]> {
  const bell = new Bell(source, options);
  try {
    while (!options.signal?.aborted) {
      bell.reset();
      const batch = drain<T>(source);
      yield batch;
      if (batch.length > 0) continue;
      if (bell.failure !== undefined) throw bell.failure;
      if (bell.ended) return;
      await bell.ring(options.patience);
    }
  } finally {
    bell.remove();
    await options.cancel().catch(() => undefined);
  }
}

/** Reads a stream of the client item by item. */
export async function* each<T>(source: Source, options: PullOptions): AsyncGenerator<T> {
  for await (const batch of pull<T>(source, options)) yield* batch;
}

function drain<T>(source: Source): T[] {
  const batch: T[] = [];
  while (batch.length < BATCH) {
    const item = source.read() as T | null;
    if (item === null) break;
    batch.push(item);
  }
  return batch;
}

/** Rings when something happens to a source, also when it happened before anyone waited. */
class Bell {
  failure: unknown;
  ended = false;
  private rung = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: Source,
    private readonly options: PullOptions,
  ) {
    source.on('error', this.onError);
    source.on('end', this.onEnd);
    source.on('close', this.onEnd);
    for (const event of this.nudges) source.on(event, this.onAny);
    options.signal?.addEventListener('abort', this.onAny);
  }

  reset(): void {
    this.rung = false;
  }

  async ring(patience = 0): Promise<void> {
    if (this.rung) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      if (patience > 0) timer = setTimeout(() => this.onError(new NoAnswerError(patience)), patience);
    });
    clearTimeout(timer);
  }

  remove(): void {
    for (const event of this.nudges) this.source.off(event, this.onAny);
    this.options.signal?.removeEventListener('abort', this.onAny);
    // The listener for errors stays: one that comes after the last reader must not end the process.
  }

  private get nudges(): string[] {
    return ['readable', ...(this.options.nudges ?? [])];
  }

  private readonly onAny = (): void => {
    this.rung = true;
    this.wake();
  };

  private readonly onEnd = (): void => {
    this.ended = true;
    this.onAny();
  };

  private readonly onError = (error: unknown): void => {
    this.failure ??= error;
    this.onAny();
  };
}
