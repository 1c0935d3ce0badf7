import type { PublicEvent } from '#projections';
import { jsonOf } from './event-text.js';

/** Events as lines of JSON (application/x-ndjson). */
export async function* toNdjson(events: AsyncIterable<PublicEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `${jsonOf(event)}\n`;
}
