import { Injectable } from '@nestjs/common';
import {
  resolveMerges,
  survivorsOf,
  type AnnouncementState,
  type Day,
  type Kind,
  type LocalizedText,
  type Reading,
} from '#domain';
import { EventStore } from '#event-store';
import { Database, type Sql } from '#platform';
import { mergeEventsOf } from '../announcements/announcements-reading.js';
import { NO_END, wholeState } from '../announcements/announcements.schema.js';
import { leadingTo } from '../announcements/oracle.js';
import { HIDDEN } from '../announcements/terms.js';
import { readingsOf, reportsIn, type Report } from './reports.js';
import { indexTokens } from '../search/tokens.js';
import { ViewNotReadyError, Views } from '../runner/views.js';

/** An announcement as it stands now, everything announced; `revision` is its own stream's last. */
export interface KnownAnnouncement {
  id: string;
  revision: number;
  state: AnnouncementState;
  /** What each item last said of it or of what was merged into it; filled where they are looked up by coverage. */
  reports?: Record<string, Reading>;
}

export interface KnownProposal {
  proposalId: string;
  announcementId: string;
  state: 'open' | 'rejected' | 'accepted';
}

/** What an announcement should resemble: its title in any language, its kind, and about when it happens. */
export interface Resemblance {
  title: LocalizedText;
  kind: Kind;
  from: Day | null;
  to: Day | null;
}

const MOST_SIMILAR = 24;
/** Dates are moved: how many days apart two tellings of one thing may lie. */
const NEAR_DAYS = 60;
const CATCH_UP_MS = 60_000;

/**
 * What is known already, for whoever reads the next item: merged announcements are left out, since their
 * survivors answer for them; withdrawn ones are not, so that they are not published again.
 */
@Injectable()
export class KnownAnnouncementIndex {
  constructor(
    private readonly database: Database,
    private readonly views: Views,
    private readonly store: EventStore,
  ) {}

  /** Brings the index to the log's head. Rejects with ViewNotReadyError when that takes more than a minute. */
  async catchUp(): Promise<void> {
    const head = await this.store.head();
    if (!(await this.views.waitFor(head, CATCH_UP_MS))) throw new ViewNotReadyError('announcements');
  }

  /** Announcements that an item is coverage of, each with what its items last said. */
  async byCoverage(itemId: string): Promise<KnownAnnouncement[]> {
    const covered = await this.byTerm(`item=${itemId}`);
    return Promise.all(
      covered.map(async (one) => ({ ...one, reports: readingsOf(await this.reportsOn(one.id)) })),
    );
  }

  /** Announcements of an activity, by its exact id. */
  async byActivity(activityId: string): Promise<KnownAnnouncement[]> {
    return this.byTerm(`activity=${activityId}`);
  }

  /** Announcements of about that time that share words with the title: of that kind first, then the most alike. */
  async similar({ title, kind, from, to }: Resemblance): Promise<KnownAnnouncement[]> {
    const tokens = indexTokens(Object.values(title).join('\n')).filter((token) => [...token].length > 1);
    return this.views.read((schemaOf) => {
      const schema = schemaOf('announcements');
      return known(
        this.database,
        `SELECT ${wholeState(schema, 's')} AS state FROM ${schema}.texts t JOIN ${schema}.rectangles r USING (announcement, text)
         JOIN ${schema}.states s USING (announcement, number)
         WHERE t.tokens && $1::text[] AND ${current('r')} AND s.state->>'status' <> 'merged'
           AND coalesce(r.happens_end >= $3::date - ${NEAR_DAYS}, r.happens_start >= $3::date - ${NEAR_DAYS}, true)
           AND coalesce(r.happens_start <= $4::date + ${NEAR_DAYS}, r.happens_end <= $4::date + ${NEAR_DAYS}, true)
         ORDER BY s.state->>'kind' = $2::text DESC,
           cardinality(ARRAY(SELECT unnest(t.tokens) INTERSECT SELECT unnest($1::text[]))) DESC, r.announcement
         LIMIT ${MOST_SIMILAR}`,
        [tokens, kind, from, to ?? from],
      );
    });
  }

  /** Announcements that a person said this item does not report. */
  async forbidden(itemId: string): Promise<string[]> {
    const rows = await this.views.read((schemaOf) =>
      this.database.query<{ announcement: string }>(
        `SELECT announcement FROM ${schemaOf('review')}.forbidden WHERE item = $1 ORDER BY announcement`,
        [itemId],
      ),
    );
    return rows.map(({ announcement }) => announcement);
  }

  /** Readings of an item that await, or had, a person's decision. */
  async proposals(itemId: string): Promise<KnownProposal[]> {
    return this.views.read((schemaOf) =>
      this.database.query<KnownProposal>(
        `SELECT id AS "proposalId", announcement AS "announcementId", coalesce(decided, 'open') AS state
         FROM ${schemaOf('review')}.proposals WHERE item = $1 ORDER BY position, id`,
        [itemId],
      ),
    );
  }

  /** The last that each item said of an announcement, in its own stream before those of what was merged into it. */
  async reportsOn(id: string): Promise<Record<string, Report>> {
    const reports: Record<string, Report> = {};
    for (const each of leadingTo(id, resolveMerges(await this.merges())))
      for (const [item, report] of Object.entries(await reportsIn(this.store, each)))
        reports[item] ??= report;
    return reports;
  }

  /** Everything that an announcement was merged into, nearest first. */
  async survivors(id: string): Promise<string[]> {
    return survivorsOf(id, resolveMerges(await this.merges()));
  }

  private merges() {
    return this.views.read((schemaOf) => mergeEventsOf(this.database, schemaOf('announcements')));
  }

  private async byTerm(term: string): Promise<KnownAnnouncement[]> {
    return this.views.read((schemaOf) => {
      const schema = schemaOf('announcements');
      return known(
        this.database,
        `SELECT ${wholeState(schema, 's')} AS state FROM ${schema}.spans x JOIN ${schema}.rectangles r
           ON r.announcement = x.announcement AND ${current('r')}
         JOIN ${schema}.states s ON s.announcement = r.announcement AND s.number = r.number
         WHERE x.term IN ($1, $2) AND ${current('x')} AND s.state->>'status' <> 'merged'
         ORDER BY x.announced_at, x.announcement`,
        [term, HIDDEN + term],
      );
    });
  }
}

/** True of what holds now with everything announced. */
function current(row: string): string {
  return `${row}.known_to = ${NO_END} AND ${row}.announced_to = 'infinity'`;
}

async function known(sql: Sql, text: string, values: unknown[]): Promise<KnownAnnouncement[]> {
  const rows = await sql.query<{ state: AnnouncementState }>(text, values);
  return rows.map(({ state }) => ({ id: state.id, revision: state.revision, state }));
}
