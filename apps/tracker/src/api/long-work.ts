import { Injectable } from '@nestjs/common';
import { dayStart, WIC_TZ } from '#domain';
import { EventStore, verifyLog } from '#event-store';
import { Archive, Database, Secrets } from '#platform';
import { Projector, verifyViews, Views } from '#projections';
import { Rereading } from '../roles/rereading.js';
import type { JobWork } from './jobs.js';

export type Work =
  | { job: 'verify'; digest?: string | undefined }
  | { job: 'rebuild'; view?: string | undefined }
  | { job: 'reextract'; since?: string | undefined; dryRun: boolean }
  | { job: 'rewrap' };

/** What long work does. */
@Injectable()
export class LongWork {
  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly views: Views,
    private readonly archive: Archive,
    private readonly projector: Projector,
    private readonly rereading: Rereading,
    private readonly secrets: Secrets,
  ) {}

  of(work: Work): JobWork {
    switch (work.job) {
      case 'verify':
        return (progress) => this.verify(work.digest, progress);
      case 'rebuild':
        return (progress, signal) => this.rebuild(work.view, progress, signal);
      case 'reextract': {
        const since = work.since === undefined ? null : dayStart(work.since, WIC_TZ);
        return (progress, signal) => this.rereading.run({ since, dryRun: work.dryRun, progress, signal });
      }
      case 'rewrap':
        return async () => ({ secrets: await this.secrets.rewrap() });
    }
  }

  private async verify(noted: string | undefined, progress: (done: number, total: number) => void) {
    const [position, digest] = noted?.split(':') ?? [];
    const archived = (hash: string) => this.archive.get(hash);
    const expected = position && digest ? { expectedDigest: { position, digest } } : {};
    const log = await verifyLog(this.store, {
      archived,
      ...expected,
      onProgress: (events) => progress(events, events),
    });
    if (log.problem) return { ok: false, log, views: null };
    const views = await verifyViews(this.store, this.database, this.views, progress);
    return { ok: views.difference === null, log, views };
  }

  private async rebuild(
    view: string | undefined,
    progress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) {
    const startedAt = performance.now();
    let events = 0;
    await this.projector.rebuild(view === undefined ? null : [view], signal, (built) => {
      events = built.events;
      progress(Number(built.position), Number(built.head));
    });
    return { view: view ?? 'all', events, seconds: Math.round(performance.now() - startedAt) / 1000 };
  }
}
