import { comparePositions } from '#domain';
import { PublicLog, type PublicEvent, type PublicLogFilter } from '#projections';

type Announced = Parameters<PublicLog['announcedPage']>[0];

/** A public log in memory, for specs that make up its events. */
export class MemoryLog extends PublicLog {
  readonly events: PublicEvent[] = [];
  private readonly listeners = new Set<(head: string) => void>();

  constructor(private readonly id = 'log-1') {
    super();
  }

  /** Adds events, whose positions must grow, and tells who listens. */
  add(...events: PublicEvent[]): void {
    this.events.push(...events);
    for (const listener of this.listeners) listener(events.at(-1)!.position);
  }

  async logId() {
    return this.id;
  }

  async head() {
    return this.events.at(-1)?.position ?? '0';
  }

  async positionAt(recordedAt: string) {
    return this.events.filter((event) => event.recordedAt <= recordedAt).at(-1)?.position ?? '0';
  }

  async page({ after, limit, ...filter }: PublicLogFilter & { after: string; limit: number }) {
    await new Promise((resolve) => setImmediate(resolve));
    const later = this.events.filter((event) => comparePositions(event.position, after) > 0);
    const looked = later.slice(0, limit);
    const events = looked.filter((event) => shown(filter, event));
    return { events, next: looked.at(-1)?.position ?? after, hasMore: later.length > limit };
  }

  async announcedPage({ from, to, upTo, cursor, limit, ...filter }: Announced) {
    const key = (of: { announcedAt: string | null; position: string }) =>
      `${of.announcedAt}|${of.position.padStart(30, '0')}`;
    const left = this.events
      .filter((event) => event.announcedAt !== null && shown(filter, event))
      .filter(
        (event) => event.type.startsWith('announcement.') && comparePositions(event.position, upTo) <= 0,
      )
      .filter((event) => (!from || event.announcedAt! >= from) && (!to || event.announcedAt! <= to))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .filter((event) => cursor === null || key(event) > key(cursor));
    const events = left.slice(0, limit);
    const last = events.at(-1);
    const next = left.length > limit ? { announcedAt: last!.announcedAt!, position: last!.position } : null;
    return { events, next };
  }

  async at(positions: readonly string[]) {
    return positions.flatMap((position) => this.events.find((event) => event.position === position) ?? []);
  }

  onAdvance(listener: (head: string) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

function shown({ types, kinds, scopes }: PublicLogFilter, event: PublicEvent): boolean {
  const announcement = event.data['announcement'] as { kind: string } | undefined;
  const typed = (type: string) => type === event.type || type === `${event.type.split('.')[0]}.*`;
  return (
    scopes.includes(event.scope) &&
    (!types?.length || types.some(typed)) &&
    (!kinds?.length || !announcement || kinds.includes(announcement.kind))
  );
}
