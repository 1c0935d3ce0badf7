/**
 * Jobs that carry an id and mean "look at this now" (BullMQ). What is due stands in the database, so a lost
 * wake-up costs time, never facts. Ids are free text.
 */
export abstract class WakeUps {
  /** Wakes the worker of `queue` for `id` now, or after a delay. Wake-ups of one id that wait are one. */
  abstract wake(queue: string, id: string, delayMs?: number): Promise<void>;
  /** Wakes the worker of `queue` for `id` every `ms`, from any number of processes once. */
  abstract every(queue: string, id: string, ms: number): Promise<void>;
  /** Handles wake-ups of `queue` in this process. Resolves to a function that stops after the running ones. */
  abstract work(
    queue: string,
    handle: (id: string) => Promise<void>,
    options?: { concurrency?: number },
  ): Promise<() => Promise<void>>;
  /** Rejects when the queue's server cannot be reached. */
  abstract ping(): Promise<void>;
  abstract close(): Promise<void>;
}
