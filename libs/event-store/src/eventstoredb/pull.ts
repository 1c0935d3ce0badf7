import type { Readable } from 'node:stream';

export interface PullOptions {
  signal?: AbortSignal;
  /** Longest wait for the next item, in milliseconds; default without end. */
  patience?: number;
  /** Further events of the source after which an empty batch is yielded. */
  nudges?: readonly string[];
  /** Ends the source. */
  cancel: () => Promise<void>;
}

const BATCH = 500;

/**
 * Reads a stream of the client in batches of what is there (at most 500). An empty batch says that nothing
 * more is there just now. Its reader's pace is the backpressure. Ends with the source or when aborted.
 */
export async function* pull<T>(source: Readable, options: PullOptions): AsyncGenerator<T[]> {
  const bell = new Bell(source, options);
  try {
    for (let drained = false; !options.signal?.aborted; ) {
      bell.rung = false;
      const batch = drain<T>(source);
      if (batch.length > 0 || !drained) yield batch;
      drained = batch.length < BATCH && batch.length === 0;
      if (!drained) continue;
      if (bell.failure !== undefined) throw bell.failure;
      if (bell.ended) return;
      if (await bell.wait(options.patience)) drained = false;
    }
  } finally {
    bell.remove();
    await options.cancel().catch(() => undefined);
  }
}

function drain<T>(source: Readable): T[] {
  const batch: T[] = [];
  while (batch.length < BATCH) {
    const item = source.read() as T | null;
    if (item === null) break;
    batch.push(item);
  }
  return batch;
}
