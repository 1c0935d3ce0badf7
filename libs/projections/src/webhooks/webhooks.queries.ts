import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NOW, ViewReads, type ViewsAt } from '../queries/view-reads.js';
import type { WebhookState } from './webhook.state.js';

/** Webhooks that were not removed, oldest first. */
export class ListWebhooks extends Query<WebhookState[]> {}

@QueryHandler(ListWebhooks)
export class ListWebhooksHandler implements IQueryHandler<ListWebhooks> {
  constructor(private readonly reads: ViewReads) {}

  async execute(_query: ListWebhooks): Promise<WebhookState[]> {
    return this.reads.at(NOW, (views) => currentWebhooks(views));
  }
}

async function currentWebhooks({ sql, schemaOf, moment }: ViewsAt): Promise<WebhookState[]> {
  const rows = await sql.query<{ state: WebhookState }>(
    `SELECT state FROM (SELECT DISTINCT ON (id) id, state FROM ${schemaOf('webhooks')}.states
       WHERE position <= $1::bigint ORDER BY id, position DESC) w
     WHERE state->>'state' <> 'removed' ORDER BY state->>'createdAt', id`,
    [moment.knownAt],
  );
  return rows.map(({ state }) => state);
}
