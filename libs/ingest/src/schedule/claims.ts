import { randomUUID } from 'node:crypto';
import { storable, type Instant } from '#domain';
import type { Database } from '#platform';
import { sourceOf, type ScheduledSource, type ScheduleRow } from './scheduled-source.js';

/** A poll that must not start now, and until when. */
export class PollRefusedError extends Error {
  constructor(
    readonly reason: 'unknown' | 'paused' | 'busy' | 'asked_to_wait',
    readonly until: Instant | null,
  ) {
    super(REFUSALS[reason] + (until === null ? '' : ` (until ${until})`));
    this.name = 'PollRefusedError';
  }
}
const REFUSALS = {
  unknown: 'The schedule knows no such source.',
  paused: 'The source is paused: resume it first.',
  busy: 'The source is being polled already.',
  asked_to_wait: 'The server asked to be left alone for a while.',
};

/** A claim is renewed while its poll runs: when its holder dies the source is due again after this. */
const CLAIM_MS = 30_000;
const RENEW_MS = 10_000;
const POSTPONED_MS = 5 * 60_000;
/** Sources of one host claimed at a time: they are polled one after the other. */
const OF_A_HOST = 20;
/** Any number that nobody else locks. */
const CLAIMING = 7_216_045_101;

/**
 * The longest due sources of hosts that nobody polls. $1 now, $2 token, $3 end of the claim, $4 hosts, $5 sources.
 * Runs under a lock, since of two claims that do not see each other both would take a host.
 */
const DUE = `
  WITH due AS (
    SELECT source_id, host, next_poll_at FROM source_schedule s
    WHERE active AND next_poll_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
      AND NOT EXISTS (SELECT 1 FROM domain_pauses p WHERE p.domain = s.domain AND p.until > $1)
      AND NOT EXISTS (SELECT 1 FROM source_schedule o WHERE o.host = s.host AND o.claimed_until > $1)
    ORDER BY next_poll_at LIMIT $5 FOR UPDATE SKIP LOCKED),
  ranked AS (
    SELECT source_id, row_number() OVER (PARTITION BY host ORDER BY next_poll_at) AS place,
           min(next_poll_at) OVER (PARTITION BY host) AS first, host FROM due),
  chosen AS (SELECT source_id, place, dense_rank() OVER (ORDER BY first, host) AS lane FROM ranked)
  UPDATE source_schedule s SET claim_token = $2, claimed_until = $3 FROM chosen
  WHERE chosen.source_id = s.source_id AND chosen.place <= ${OF_A_HOST} AND chosen.lane <= $4
  RETURNING s.*`;

/** The right to poll a source now. In the database, so that no two pollers anywhere ever have the same one. */
export class Claims {
  private readonly held = new Map<string, ScheduledSource>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: () => Instant,
    private readonly terms = { lastsMs: CLAIM_MS, renewMs: RENEW_MS },
  ) {}

  /** Claims due sources, longest due first, of at most `hosts` hosts that no poller is busy with. */
  async due(hosts: number, sources = hosts * OF_A_HOST): Promise<ScheduledSource[]> {
    const now = this.clock();
    const rows = await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [CLAIMING]);
      return tx.query<ScheduleRow>(DUE, [now, randomUUID(), this.end(now), hosts, sources]);
    });
    rows.sort((a, b) => a.next_poll_at.getTime() - b.next_poll_at.getTime());
    return rows.map((row) => this.keep(sourceOf(row)));
  }

  /** Claims one source whether it is due or not. Throws PollRefusedError. */
  async one(sourceId: string): Promise<ScheduledSource> {
    const now = this.clock();
    const [row] = await this.database.query<ScheduleRow>(
      `UPDATE source_schedule s SET claim_token = $2, claimed_until = $3
       WHERE source_id = $1 AND active AND (claimed_until IS NULL OR claimed_until <= $4)
         AND NOT EXISTS (SELECT 1 FROM domain_pauses p WHERE p.domain = s.domain AND p.until > $4) RETURNING *`,
      [sourceId, randomUUID(), this.end(now), now],
    );
    if (row === undefined) throw await this.refusal(sourceId, now);
    return this.keep(sourceOf(row));
  }

  /** The claim has ended in the database: it is not renewed any more. */
  forget(source: ScheduledSource): void {
    this.held.delete(keyOf(source));
    if (this.held.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  /** Gives a claim back without having polled. */
  async release(source: ScheduledSource): Promise<void> {
    this.forget(source);
    await this.database.query(
      'UPDATE source_schedule SET claimed_until = NULL, claim_token = NULL WHERE source_id = $1 AND claim_token = $2',
      [source.sourceId, source.claim],
    );
  }

  /** Gives a claim back and lets the source wait for a few minutes, for a reason of ours. */
  async postpone(source: ScheduledSource, reason: string): Promise<void> {
    this.forget(source);
    const at = new Date(Date.parse(this.clock()) + POSTPONED_MS).toISOString();
    await this.database.query(
      `UPDATE source_schedule SET claimed_until = NULL, claim_token = NULL, next_poll_at = $3, next_poll_reason = $4
       WHERE source_id = $1 AND claim_token = $2`,
      [source.sourceId, source.claim, at, storable(reason)],
    );
  }

  /** Prolongs what this process holds. What passed to another poller meanwhile stays with that one. */
  async renew(): Promise<void> {
    const held = [...this.held.values()].map(({ sourceId, claim }) => ({ sourceId, claim }));
    await this.database.query(
      `UPDATE source_schedule s SET claimed_until = $2
       FROM jsonb_to_recordset($1::jsonb) AS held("sourceId" text, claim text)
       WHERE s.source_id = held."sourceId" AND s.claim_token = held.claim`,
      [JSON.stringify(held), this.end(this.clock())],
    );
  }

  /** Ends every claim at once. Only for who knows that whoever polled is dead, such as the owner of an embedded server. */
  async endAll(): Promise<void> {
    await this.database.query(
      'UPDATE source_schedule SET claimed_until = NULL WHERE claimed_until IS NOT NULL',
    );
  }

  private keep(source: ScheduledSource): ScheduledSource {
    this.held.set(keyOf(source), source);
    // what a database that is away does not prolong runs out, as it should
    this.timer ??= setInterval(() => void this.renew().catch(() => undefined), this.terms.renewMs).unref();
    return source;
  }

  private end(now: Instant): Instant {
    return new Date(Date.parse(now) + this.terms.lastsMs).toISOString();
  }

  private async refusal(sourceId: string, now: Instant): Promise<PollRefusedError> {
    const [row] = await this.database.query<{
      active: boolean;
      claimed_until: Date | null;
      until: Date | null;
    }>(
      `SELECT active, claimed_until, (SELECT until FROM domain_pauses p WHERE p.domain = s.domain AND until > $2) AS until
       FROM source_schedule s WHERE source_id = $1`,
      [sourceId, now],
    );
    if (row === undefined) return new PollRefusedError('unknown', null);
    if (!row.active) return new PollRefusedError('paused', null);
    if (row.until !== null) return new PollRefusedError('asked_to_wait', row.until.toISOString());
    return new PollRefusedError('busy', row.claimed_until?.toISOString() ?? null);
  }
}

function keyOf({ sourceId, claim }: ScheduledSource): string {
  return `${sourceId} ${claim}`;
}
