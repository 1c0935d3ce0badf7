/** The aggregates, each with its stream names `<aggregate>-<id>`. */
export const AGGREGATES = ['announcement', 'source', 'item', 'webhook', 'log'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** The stream of the log's own events. */
export const LOG_STREAM = 'log-main';

export function streamOf(aggregate: Aggregate, id: string): string {
  return `${aggregate}-${id}`;
}

/** The aggregate and id a stream belongs to. */
export function ownerOf(stream: string): { aggregate: Aggregate; id: string } {
  const cut = stream.indexOf('-');
  return { aggregate: stream.slice(0, cut) as Aggregate, id: stream.slice(cut + 1) };
}
