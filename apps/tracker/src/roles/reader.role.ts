import type { CommandBus } from '@nestjs/cqrs';
import { Act, type ActResult } from '#commands';
import { DomainError, ownerOf, storable, type Recorded } from '#domain';
import type { Knowledge } from '#extraction';
import {
  MissingTextError,
  read,
  type Extractor,
  type ItemEventToRead,
  type KnownAnnouncements,
  type ReaderOrder,
} from '#ingest';
import type { Archive } from '#platform';
import { CHRONICLE_SOURCE } from '../chronicle/chronicle-loader.js';
import { Reaction, type ReactionOptions } from './reaction.js';
import { inTurn } from './reading-turn.js';
import { READER, type ItemReading, type Outcome, type Readings } from './readings.js';

export interface ReaderRoleParts extends Pick<
  ReactionOptions,
  'store' | 'database' | 'leases' | 'logger' | 'onBegin'
> {
  commands: CommandBus;
  known: KnownAnnouncements;
  archive: Archive;
  extractor: Extractor;
  knowledge: Knowledge;
  readings: Readings;
}

const OUTCOMES: Record<string, Outcome['outcome']> = {
  AnnouncementPublished: 'published',
  CoverageAdded: 'coverage',
  AnnouncementRevised: 'revised',
  AnnouncementProposed: 'review',
};

/** Reads items in log order, one after the other, so that each is matched with what those before it announced. */
export function makeReader(parts: ReaderRoleParts): Reaction {
  return new Reaction({
    ...parts,
    name: READER,
    types: ['ItemReceived', 'ItemChanged'],
    react: async (event, signal) => {
      const reading = await inTurn(parts.leases, signal, () => readItem(event as ItemEventToRead, parts));
      const { itemId, revision } = itemOf(event);
      return async (tx) => parts.readings.save(tx, itemId, revision, reading);
    },
    passOver: (event, error) => {
      const { itemId, revision } = itemOf(event);
      const failure = storable((error as Error).message);
      return async (tx) => parts.readings.save(tx, itemId, revision, { outcomes: [], failure });
    },
  });
}

async function readItem(event: ItemEventToRead, parts: ReaderRoleParts): Promise<ItemReading> {
  const outcomes: Outcome[] = [];
  if (event.data.sourceId === CHRONICLE_SOURCE) return { outcomes, failure: null }; // it brings its own readings
  try {
    for await (const order of read(event, parts)) outcomes.push(...(await carryOut(order, event, parts)));
    return { outcomes, failure: null };
  } catch (error) {
    if (!isAboutThisItem(error)) throw error;
    parts.logger.error({ err: error, item: itemOf(event).itemId }, 'An item could not be read');
    return { outcomes, failure: storable((error as Error).message) };
  }
}

async function carryOut(
  order: ReaderOrder,
  event: Recorded,
  { commands, logger }: ReaderRoleParts,
): Promise<Outcome[]> {
  const meta = {
    actor: 'reader',
    ...(event.backfill ? { backfill: true } : {}), // old news makes no new announcement
    commandId: order.commandId,
    causationId: event.id,
    correlationId: event.correlationId ?? event.id,
  };
  try {
    const result: ActResult = await commands.execute(
      new Act('announcement', order.announcementId, order.command, meta),
    );
    return outcomesOf(order, result);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    logger.warn({ err: error, announcement: order.announcementId }, 'A reading was refused');
    return [];
  }
}

function outcomesOf({ announcementId: id, command }: ReaderOrder, { events }: ActResult): Outcome[] {
  const { reading } = command.data as { reading: { kind: string; confidence: number } };
  return events.flatMap((type) => {
    const outcome = OUTCOMES[type];
    return outcome ? [{ id, kind: reading.kind, confidence: reading.confidence, outcome }] : [];
  });
}

/** Trouble that the same item would make again, however often it is tried; everything else is tried again. */
function isAboutThisItem(error: unknown): boolean {
  return (
    error instanceof MissingTextError ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError
  );
}

function itemOf(event: Recorded): { itemId: string; revision: number } {
  return {
    itemId: ownerOf(event.stream).id,
    revision: event.type === 'ItemChanged' ? event.data.revision : 0,
  };
}
