import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NOW, ViewReads, type ViewsAt } from '../queries/view-reads.js';
import type { WebhookState } from './webhook.state.js';

/** Webhooks that were not removed, oldest first. */
export class ListWebhooks extends Query<WebhookState[]> {}

@QueryHandler(ListWebhooks)
export class ListWebhooksHandler implements IQueryHandler<ListWebhooks> {
  constructor(private readonly reads: ViewReads) {}

  async execute(_query: ListWebhooks): Promise<WebhookState[]> {
    return this.reads.at(NOW, (views) => currentWebhooks(views, null));
  }
}

/** One webhook, or null when there is none or it was removed. */
export class GetWebhook extends Query<WebhookState | null> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetWebhook)
export class GetWebhookHandler implements IQueryHandler<GetWebhook> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ id }: GetWebhook): Promise<WebhookState | null> {
    const [webhook] = await this.reads.at(NOW, (views) => currentWebhooks(views, id));
    return webhook ?? null;
  }
}

async function currentWebhooks(
  { sql, schemaOf, moment }: ViewsAt,
  id: string | null,
): Promise<WebhookState[]> {
  const rows = await sql.query<{ state: WebhookState }>(
    `SELECT state FROM (SELECT DISTINCT ON (id) id, state FROM ${schemaOf('webhooks')}.states
       WHERE ($1::text IS NULL OR id = $1) AND position <= $2::bigint ORDER BY id, position DESC) w
     WHERE state->>'state' <> 'removed' ORDER BY state->>'createdAt', id`,
    [id, moment.knownAt],
  );
  return rows.map(({ state }) => state);
}
