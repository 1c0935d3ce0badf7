import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NOW, ViewReads, type ViewsAt } from '../queries/view-reads.js';
import type { SourceState } from './source.state.js';

/** A source as the log tells it, with how many items came of it. Polling's own figures are joined by the program. */
export interface SourceView extends SourceState {
  items: number;
}

/** Sources that are followed or paused, in the order they were first followed; `all` adds those given up. */
export class ListSources extends Query<SourceView[]> {
  constructor(readonly all = false) {
    super();
  }
}

@QueryHandler(ListSources)
export class ListSourcesHandler implements IQueryHandler<ListSources> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ all }: ListSources): Promise<SourceView[]> {
    const sources = await this.reads.at(NOW, (views) => currentSources(views, null));
    return all ? sources : sources.filter(({ state }) => state !== 'unfollowed');
  }
}

/** One source, or null. */
export class GetSource extends Query<SourceView | null> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetSource)
export class GetSourceHandler implements IQueryHandler<GetSource> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ id }: GetSource): Promise<SourceView | null> {
    const [source] = await this.reads.at(NOW, (views) => currentSources(views, id));
    return source ?? null;
  }
}

async function currentSources({ sql, schemaOf, moment }: ViewsAt, id: string | null): Promise<SourceView[]> {
  const rows = await sql.query<{ state: SourceState; items: number }>(
    `SELECT s.state, (SELECT count(DISTINCT i.id)::int FROM ${schemaOf('items')}.states i
        WHERE i.state->>'sourceId' = s.id AND i.position <= $2::bigint) AS items
     FROM (SELECT DISTINCT ON (id) * FROM ${schemaOf('sources')}.states
       WHERE ($1::text IS NULL OR id = $1) AND position <= $2::bigint ORDER BY id, position DESC) s
     ORDER BY s.state->>'followedAt', s.id`,
    [id, moment.knownAt],
  );
  return rows.map(({ state, items }) => ({ ...state, items }));
}
