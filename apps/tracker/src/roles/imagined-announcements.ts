import {
  announcementDecider,
  DomainError,
  foldAnnouncement,
  ownerOf,
  streamOf,
  type AnnouncementCommand,
  type AnnouncementEvent,
  type AnnouncementState,
  type Recorded,
} from '#domain';
import { upcast, type EventStore } from '#event-store';
import { KnownAnnouncements, type KnownAnnouncement, type SimilarTo } from '#ingest';

type Event = Recorded<AnnouncementEvent>;

/** What one command would change: the announcement before and after, and the events that would be recorded. */
export interface Imagined {
  types: string[];
  before: AnnouncementState | null;
  after: AnnouncementState | null;
}

/**
 * What would be known if commands were carried out that are not: each is decided and folded as the real ones are,
 * in memory, over what the log holds.
 */
export class ImaginedAnnouncements extends KnownAnnouncements {
  private readonly streams = new Map<string, Event[]>();
  private events = 0;

  constructor(
    private readonly known: KnownAnnouncements,
    private readonly store: EventStore,
  ) {
    super();
  }

  catchUp(): Promise<void> {
    return this.known.catchUp();
  }

  async byCoverage(itemId: string): Promise<KnownAnnouncement[]> {
    const covers = ({ state }: KnownAnnouncement) => state.coverage.some((one) => one.itemId === itemId);
    return this.with(await this.known.byCoverage(itemId), covers);
  }

  async byActivity(activityId: string): Promise<KnownAnnouncement[]> {
    return this.with(
      await this.known.byActivity(activityId),
      ({ state }) => state.activity?.id === activityId,
    );
  }

  async similar(to: SimilarTo): Promise<KnownAnnouncement[]> {
    return this.with(await this.known.similar(to), () => true);
  }

  forbidden(itemId: string) {
    return this.known.forbidden(itemId);
  }

  proposals(itemId: string) {
    return this.known.proposals(itemId);
  }

  /** Carries a command out in the imagination. A refusal changes nothing. */
  async imagine(id: string, command: AnnouncementCommand): Promise<Imagined> {
    const events = this.streams.get(id) ?? (await this.stored(id));
    const before = foldAnnouncement(id, events, null);
    const facts = decided(command, events);
    const imagined = facts.map(
      (fact, at) => ({ ...fact, ...this.envelope(id, events.length + at) }) as Event,
    );
    if (facts.length > 0) this.streams.set(id, [...events, ...imagined]);
    const after = foldAnnouncement(id, [...events, ...imagined], null);
    return { types: facts.map(({ type }) => type), before, after };
  }

  /** Of what was imagined, whatever fits, in the place of what is known. */
  private with(known: KnownAnnouncement[], fits: (one: KnownAnnouncement) => boolean): KnownAnnouncement[] {
    const imagined = [...this.streams].flatMap(([id, events]) => stateOf(id, events)).filter(fits);
    return [...known.filter(({ id }) => !this.streams.has(id)), ...imagined];
  }

  private async stored(id: string): Promise<Event[]> {
    const events: Event[] = [];
    for await (const event of this.store.readStream(streamOf('announcement', id)))
      events.push(upcast(event) as Event);
    return events;
  }

  private envelope(id: string, revision: number) {
    const position = `9${String((this.events += 1)).padStart(18, '0')}`; // after everything in the log
    const origin = { causationId: null, correlationId: null, actor: 'reextraction', backfill: true };
    const recordedAt = new Date().toISOString();
    return {
      ...{ id: `imagined-${this.events}`, stream: streamOf('announcement', id), revision, position },
      ...{ version: 1, recordedAt, ...origin },
    };
  }
}

function decided(command: AnnouncementCommand, events: readonly Event[]): AnnouncementEvent[] {
  try {
    return announcementDecider.decide(command, recordOf(events));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

function recordOf(events: readonly Event[]) {
  const { evolve, initial } = announcementDecider;
  return events.reduce((record, event) => evolve(record, event, event.id), initial);
}

function stateOf(id: string, events: readonly Event[]): KnownAnnouncement[] {
  const state = foldAnnouncement(id, events, null);
  if (state === null || state.status === 'merged') return [];
  const reports = Object.entries(recordOf(events).reports);
  const readings = Object.fromEntries(reports.map(([item, { reading }]) => [item, reading]));
  const revision = events.filter(({ stream }) => ownerOf(stream).id === id).length - 1;
  return [{ id, revision, state, reports: readings }];
}
