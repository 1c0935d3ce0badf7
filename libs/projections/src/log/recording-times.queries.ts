import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#domain';
import { NOW, ViewReads } from '../queries/view-reads.js';
import { iso } from '../runner/sql.js';

/** When the events at these positions were recorded, by position; one that is not there has none. */
export class RecordingTimes extends Query<Map<string, Instant>> {
  constructor(readonly positions: readonly string[]) {
    super();
  }
}

@QueryHandler(RecordingTimes)
export class RecordingTimesHandler implements IQueryHandler<RecordingTimes> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ positions }: RecordingTimes): Promise<Map<string, Instant>> {
    const rows = await this.reads.at(NOW, ({ sql, schemaOf }) =>
      sql.query<{ position: string; at: Instant }>(
        `SELECT position::text AS position, ${iso('recorded_at')} AS at FROM ${schemaOf('log')}.entries
         WHERE position = ANY($1::bigint[])`,
        [positions],
      ),
    );
    return new Map(rows.map(({ position, at }) => [position, at]));
  }
}
