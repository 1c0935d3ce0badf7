import type { BackendFactory } from 'bullmq';

/** Where BullMQ keeps its jobs. */
export interface QueueServer {
  connection: object;
  /** Undefined: BullMQ's own Redis backend. */
  backend: BackendFactory<never, never> | undefined;
  /** One short connection of its own: resolves when the server answers, rejects with cause and cure. */
  ping(): Promise<void>;
  /** The sentence for whoever waits in vain, naming the setting and the cure. */
  unreachable(cause: string): string;
  /** From now on lost connections are let go. */
  release(): void;
}

/** The job queue's server cannot be used; the message names the setting and the cure. */
export class QueueServerError extends Error {
  override readonly name = 'QueueServerError';
}

/** What may be told of a server's address: never its user, password or parameters. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === '' ? '' : `:${port}`}${pathname === '/' ? '' : pathname}`;
  } catch {
    return 'an address that is no URL';
  }
}

/** Rejects with `message()` when `work` takes longer than `ms`. */
export async function within<Value>(ms: number, work: Promise<Value>, message: () => string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new QueueServerError(message())), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The reason inside an error that may be an AggregateError with an empty message (several addresses tried). */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
