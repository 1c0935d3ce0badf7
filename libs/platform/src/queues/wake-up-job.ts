import { randomUUID } from 'node:crypto';
import type { JobsOptions } from 'bullmq';

/** What a job carries: the id, encoded so that any text (colons, digits, NUL, lone surrogates) survives. */
export interface WakeUpData {
  id: string;
}

/** `now` jobs run the handler; `later` and `every` jobs become a `now` job when they fall due. */
export type WakeUpName = 'now' | 'later' | 'every';

const DONE: JobsOptions = { removeOnComplete: true, removeOnFail: { count: 100 }, stackTraceLimit: 3 };

/** UTF-16 code units as base64url: lossless for every JavaScript string, safe in keys and in jsonb. */
export function encodeId(id: string): string {
  return Buffer.from(id, 'utf16le').toString('base64url');
}

export function decodeId(encoded: string): string {
  return Buffer.from(encoded, 'base64url').toString('utf16le');
}

/** One waiting job an id; one more is kept when the id is being handled. One retry: the sweep re-arms. */
export function nowOptions(encoded: string): JobsOptions {
  return {
    ...DONE,
    attempts: 2,
    backoff: { type: 'fixed', delay: 1000 },
    deduplication: { id: `now-${encoded}`, keepLastIfActive: true },
  };
}

/**
 * A delayed job holds a deduplication id of its own: under the immediate one it would swallow a wake-up
 * that means now. The job id is ours, so that the answer tells whether this job or an older one waits.
 */
export function laterOptions(encoded: string, delayMs: number): JobsOptions & { jobId: string } {
  return {
    ...DONE,
    attempts: 3,
    backoff: { type: 'fixed', delay: 1000 },
    jobId: `later-${randomUUID()}`,
    delay: delayMs,
    deduplication: { id: `later-${encoded}`, keepLastIfActive: true },
  };
}

export const everyOptions: JobsOptions = DONE;
