import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AnnouncementProposed, Instant } from '#domain';
import { NOW, ViewReads } from '../queries/view-reads.js';

/** A reading that awaits a person, and the announcement it would belong to. */
export interface OpenProposal {
  proposalId: string;
  announcementId: string;
  position: string;
  proposedAt: Instant;
  proposal: AnnouncementProposed['data'];
}

/** Open proposals, oldest first; `after` is the position of the last one seen. */
export class GetReviewQueue extends Query<{ data: OpenProposal[]; next: string | null; total: number }> {
  constructor(readonly page: { after?: string | null; limit?: number; proposalId?: string } = {}) {
    super();
  }
}

interface Row {
  id: string;
  announcement: string;
  position: string;
  recorded_at: Date;
  data: AnnouncementProposed['data'];
}

@QueryHandler(GetReviewQueue)
export class GetReviewQueueHandler implements IQueryHandler<GetReviewQueue> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ page: { after = null, limit = 50, proposalId } }: GetReviewQueue) {
    const [rows, total] = await this.reads.at(NOW, async ({ sql, schemaOf }) => {
      const open = `${schemaOf('review')}.proposals WHERE decided IS NULL`;
      const found = await sql.query<Row>(
        `SELECT id, announcement, position, recorded_at, data FROM ${open}
           AND position > $1::bigint AND ($3::text IS NULL OR id = $3) ORDER BY position LIMIT $2`,
        [after ?? '0', limit + 1, proposalId ?? null],
      );
      const [counted] = await sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${open}`);
      return [found, counted!.count] as const;
    });
    const data = rows.slice(0, limit).map(openProposal);
    return { data, next: rows.length > limit ? data.at(-1)!.position : null, total };
  }
}

function openProposal({ id, announcement, position, recorded_at, data }: Row): OpenProposal {
  return {
    proposalId: id,
    announcementId: announcement,
    position,
    proposedAt: recorded_at.toISOString(),
    proposal: data,
  };
}
