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
      if (now.progress) progress.update(now.progress.done, now.progress.total);
      if (now.state === 'failed') throw new Error(now.error ?? `${what} failed.`);
      if (now.state === 'done') return now.result ?? {};
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    progress.stop();
  }
}
