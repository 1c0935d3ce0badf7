import { storable, type Instant } from '#domain';
import type { Database, Sql } from '#platform';
import type { AfterPoll } from '../poll/after-poll.js';
import { addPauses, type DomainPause } from './domain-pauses.js';
import { addAttempts, type PollAttempt } from './poll-log.js';
import type { ScheduledSource } from './scheduled-source.js';
import { remember, stillThere, type SeenItem } from './seen-items.js';

/** All that a poll leaves behind once its commands are executed. */
export interface Settlement {
  source: ScheduledSource;
  after: AfterPoll;
  attempt: PollAttempt;
  seen: SeenItem[];
  /** Ids of items that were known and have not changed. */
  unchanged: string[];
  newestItemAt: Instant | null;
  /** How long whole domains ask to be left alone. */
  pauses: DomainPause[];
}

/** Its fields, as `json_to_recordset` takes them. */
const ROW = `AS r("sourceId" text, claim text, url text, now timestamptz, "nextPollAt" timestamptz, reason text,
  interval integer, hint integer, etag text, "lastModified" text, body text, items text, failures integer,
  gone integer, broken boolean, gap boolean, error text, "newestItemAt" timestamptz, "movedTo" text,
  "movedSince" timestamptz, sightings integer)`;

/** What has not told anything yet counts as told now: from then on it may grow stale. */
const SAVE = `
  UPDATE source_schedule s SET next_poll_at = r."nextPollAt", next_poll_reason = r.reason,
    interval_seconds = r.interval, feed_hint_seconds = r.hint, etag = r.etag, last_modified = r."lastModified",
    body_mark = r.body, items_mark = r.items, failures = r.failures, gone = r.gone, broken = r.broken, gap = r.gap,
    last_error = r.error, last_attempt_at = r.now,
    last_fetched_at = CASE WHEN r.error IS NULL THEN r.now ELSE s.last_fetched_at END,
    newest_item_at = CASE WHEN r.error IS NULL THEN coalesce(greatest(s.newest_item_at, r."newestItemAt"), r.now)
                          ELSE s.newest_item_at END,
    moved_to = r."movedTo", moved_since = r."movedSince", moved_sightings = r.sightings,
    claim_token = NULL, claimed_until = NULL
  FROM json_to_recordset($1::json) ${ROW}
  WHERE s.source_id = r."sourceId" AND s.claim_token = r.claim AND s.settings->>'url' IS NOT DISTINCT FROM r.url
  RETURNING 1`;

const END_CLAIMS = `
  UPDATE source_schedule s SET claim_token = NULL, claimed_until = NULL
  FROM json_to_recordset($1::json) ${ROW} WHERE s.source_id = r."sourceId" AND s.claim_token = r.claim`;

/**
 * Saves what polls leave behind, those that wait together in one transaction. A source whose claim ran out and
 * passed on, or that got another address meanwhile, keeps its schedule as it is; its items are remembered.
 */
export class Settlements {
  private waiting: { settlement: Settlement; now: Instant; done: (saved: Promise<void>) => void }[] = [];
  private saving = false;

  constructor(private readonly database: Database) {}

  /** Resolves once it is saved. */
  settle(settlement: Settlement, now: Instant): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ settlement, now, done: resolve });
      if (!this.saving) void this.saveWaiting();
    });
  }

  private async saveWaiting(): Promise<void> {
    this.saving = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, 500);
      const saved = this.save(batch.map(({ settlement, now }) => ({ settlement, now })));
      const failed = await saved.then(
        () => false,
        () => true,
      );
      // one that cannot be saved does not keep the others from it
      for (const { settlement, now, done } of batch) done(failed ? this.save([{ settlement, now }]) : saved);
    }
    this.saving = false;
  }

  private async save(batch: { settlement: Settlement; now: Instant }[]): Promise<void> {
    const bySource = batch.toSorted((a, b) =>
      a.settlement.source.sourceId < b.settlement.source.sourceId ? -1 : 1,
    );
    const rows = JSON.stringify(bySource.map(rowOf));
    await this.database.transaction(async (tx: Sql) => {
      for (const { settlement, now } of bySource) {
        await remember(tx, settlement.source.sourceId, settlement.seen, now);
        await stillThere(tx, settlement.source.sourceId, settlement.unchanged, now);
      }
      const saved = await tx.query(SAVE, [rows]);
      if (saved.length < bySource.length) await tx.query(END_CLAIMS, [rows]);
      await addAttempts(
        tx,
        bySource.map(({ settlement: { source, attempt } }) => ({ sourceId: source.sourceId, ...attempt })),
      );
      await addPauses(
        tx,
        bySource.flatMap(({ settlement }) => settlement.pauses),
      );
    });
  }
}

function rowOf({
  settlement: { source, after, newestItemAt },
  now,
}: {
  settlement: Settlement;
  now: Instant;
}) {
  const { next, validators, marks, moved, failures, gone, broken, gap } = after;
  const error = after.error && storable(after.error);
  return {
    ...{ sourceId: source.sourceId, claim: source.claim, url: source.settings.url, now, newestItemAt },
    ...{
      nextPollAt: next.at,
      reason: next.reason,
      interval: Math.round(next.interval),
      hint: after.feedHint,
    },
    ...{ ...validators, ...marks, failures, gone, broken, gap, error },
    ...{ movedTo: moved?.to ?? null, movedSince: moved?.since ?? null, sightings: moved?.sightings ?? 0 },
  };
}
