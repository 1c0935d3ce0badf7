import { v4 } from 'uuid';

export interface JobView {
  id: string;
  job: string;
  state: 'running' | 'done' | 'failed';
  progress: { done: number; total: number } | null;
  result: Record<string, unknown> | null;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
}

export type JobWork = (
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Record<string, unknown>>;

const KEPT = 100;

/** Long pieces of work of this process, with their progress. */
export class Jobs {
  private readonly jobs = new Map<string, JobView>();
  private readonly stopping = new AbortController();

  /** Starts a piece of work; one of each kind at a time. Null when one is under way. */
  start(job: string, work: JobWork): JobView | null {
    if ([...this.jobs.values()].some((other) => other.job === job && other.state === 'running')) return null;
    const view: JobView = {
      id: v4(),
      job,
      state: 'running',
      progress: null,
      result: null,
      error: null,
      startedAt: new Date().toISOString(),
      finishedAt: null,
    };
    this.jobs.set(view.id, view);
    if (this.jobs.size > KEPT) this.jobs.delete(this.jobs.keys().next().value!);
    work((done, total) => (view.progress = { done, total }), this.stopping.signal).then(
      (result) => Object.assign(view, { state: 'done', result, finishedAt: new Date().toISOString() }),
      (error: Error) =>
        Object.assign(view, { state: 'failed', error: error.message, finishedAt: new Date().toISOString() }),
    );
    return view;
  }

  get(id: string): JobView | null {
    return this.jobs.get(id) ?? null;
  }

  stop(): void {
    this.stopping.abort();
  }
}
