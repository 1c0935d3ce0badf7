import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError, storableData, streamOf, type Fact } from '#domain';
import { EventStore, NO_STREAM, openLog, WrongExpectedRevisionError, toAppend, upcast } from '#event-store';
import { v4, v5 } from 'uuid';
import { Act, type ActMeta, type ActResult } from './act.command.js';
import { DECIDERS } from './deciders.js';

const MAX_ATTEMPTS = 20;
const BACKFILL_AFTER_MS = 7 * 86_400_000;

interface Loaded {
  state: unknown;
  revision: number;
  position: string | null;
}

/**
 * The only writer of the log: loads the stream, decides, appends at the revision it saw, and decides anew
 * when somebody else was faster. Throws DomainError when the command is refused.
 */
@CommandHandler(Act)
export class ActHandler implements ICommandHandler<Act> {
  private opened: Promise<string> | null = null;

  constructor(private readonly store: EventStore) {}

  async execute(act: Act): Promise<ActResult> {
    await this.open();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(act);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevisionError) || attempt === MAX_ATTEMPTS) throw error;
        await pause(Math.random() * 2 ** Math.min(attempt, 7));
      }
    }
  }

  /** The first command opens the log: until then it is empty and a backup can be restored into it. */
  private open(): Promise<string> {
    return (this.opened ??= openLog(this.store).catch((error: unknown) => {
      this.opened = null;
      throw error;
    }));
  }

  private async attempt({ aggregate, id, command, meta }: Act): Promise<ActResult> {
    const stream = streamOf(aggregate, id);
    const { state, revision, position } = await this.load(aggregate, stream);
    refuseOtherRevision(meta, revision);
    const facts = DECIDERS[aggregate].decide(command, state);
    if (facts.length === 0) return { revision, position, events: [] };
    const result = await this.store.append(stream, revision, toEvents(facts, meta));
    return { revision: result.revision, position: result.position, events: facts.map(({ type }) => type) };
  }

  private async load(aggregate: Act['aggregate'], stream: string): Promise<Loaded> {
    const decider = DECIDERS[aggregate];
    const loaded: Loaded = { state: decider.initial, revision: NO_STREAM, position: null };
    for await (const stored of this.store.readStream(stream)) {
      const event = upcast(stored);
      loaded.state = decider.evolve(loaded.state, event, event.id);
      loaded.revision = event.revision;
      loaded.position = event.position;
    }
    return loaded;
  }
}

function refuseOtherRevision({ expectedRevision }: ActMeta, revision: number): void {
  if (expectedRevision === undefined || expectedRevision === revision) return;
  throw new DomainError(
    'stale',
    `It is at revision ${revision} now, not ${expectedRevision}: load it again and decide anew.`,
  );
}

function toEvents(facts: readonly Fact[], meta: ActMeta) {
  const now = Date.now();
  return facts.map((fact, index) => {
    refuseImpossibleTime(fact, now);
    return toAppend(storableData(fact), {
      id: meta.commandId === undefined ? v4() : v5(String(index), meta.commandId),
      backfill: meta.backfill ?? isOld(fact, now),
      actor: meta.actor,
      correlationId: meta.correlationId ?? null,
      causationId: meta.causationId ?? null,
    });
  });
}

/** Nothing is announced after it was recorded (design: announcedAt), nor in a year that views cannot hold. */
function refuseImpossibleTime({ announcedAt }: Fact, now: number): void {
  if (announcedAt === null || (/^[1-9]\d{3}-/.test(announcedAt) && Date.parse(announcedAt) <= now)) return;
  throw new DomainError(
    'invalid',
    `Nothing can be announced at ${announcedAt}: it lies in the future, or before the year 1000.`,
    '/announcedAt',
  );
}

/** Recorded more than seven days after it was announced. */
function isOld({ announcedAt }: Fact, now: number): boolean {
  return announcedAt !== null && now - Date.parse(announcedAt) > BACKFILL_AFTER_MS;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
