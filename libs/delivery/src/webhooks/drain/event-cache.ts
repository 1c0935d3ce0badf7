import { LRUCache } from 'lru-cache';
import type { PublicEvent, PublicLog } from '#projections';

/** Events on their way to several endpoints: read from the log, and written out, once. */
export class EventCache {
  private readonly events = new LRUCache<string, PublicEvent>({ max: 2000 });

  constructor(private readonly log: PublicLog) {}

  /** The events at these positions; one that cannot be served just now is missing from the map. */
  async at(positions: readonly string[]): Promise<Map<string, PublicEvent>> {
    const found = new Map<string, PublicEvent>();
    for (const position of positions) {
      const known = this.events.get(position);
      if (known) found.set(position, known);
    }
    const unknown = [...new Set(positions)].filter((position) => !found.has(position));
    for (const event of unknown.length > 0 ? await this.log.at(unknown) : []) {
      this.events.set(event.position, event);
      found.set(event.position, event);
    }
    return found;
  }
}
