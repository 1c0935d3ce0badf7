import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.js';
import { Progress } from '../output/progress.js';

const POLL_MS = 300;

/** A long piece of work in the tracker. */
export interface Job {
  id: string;
  state: 'running' | 'done' | 'failed';
  progress: { done: number; total: number } | null;
  result: Record<string, unknown> | null;
  error: string | null;
}

/** Waits for a job, showing its progress; throws when it failed. */
export async function waitForJob(
  { client, signal }: Context,
  job: Job,
  what: string,
): Promise<Record<string, unknown>> {
  const progress = new Progress(what);
  try {
    for (let now = job; ; now = await client.http.json<Job>('GET', `/v1/jobs/${job.id}`, { signal })) {
      if (now.progress) show(progress, now.progress);
      if (now.state === 'failed') throw new Error(now.error ?? `${what} failed.`);
      if (now.state === 'done') return now.result ?? {};
      await sleep(POLL_MS, null, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error(`Interrupted; it goes on in the tracker as job ${job.id}.`, { cause: error });
  } finally {
    progress.stop();
  }
}

/** Work that does not know its end reports as many done as in all: that is a count, not a full bar. */
function show(progress: Progress, { done, total }: NonNullable<Job['progress']>): void {
  if (done === total) progress.update(done);
  else progress.update(done, total);
}
