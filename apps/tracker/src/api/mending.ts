import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  announcementDecider,
  DomainError,
  streamOf,
  WIC_TZ,
  type AnnouncementEvent,
  type CorrectableFields,
} from '#domain';
import { EventStore, upcast } from '#event-store';
import { HAND_SOURCE, nameBasedId } from '#ingest';
import { GetAnnouncement, instantOf, KnownAnnouncementIndex } from '#projections';
import { v4, v5 } from 'uuid';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import type { announcementBody, correctionFields } from './announcements.schema.js';
import { statedReading } from './stated-reading.js';
import { found } from './reads.js';
import { Writer } from './writer.js';

/** What takes more than one command to set right, or needs to know of other announcements. */
@Injectable()
export class Mending {
  constructor(
    private readonly writer: Writer,
    private readonly store: EventStore,
    private readonly queries: QueryBus,
    private readonly known: KnownAnnouncementIndex,
  ) {}

  /** An announcement stated by a person: its proof is that person's statement, or the page it names. */
  async state(
    body: z.infer<typeof announcementBody>,
    request: Idempotent,
  ): Promise<{ id: string; position: string | null }> {
    const id = request.operationId ? v5('announcement', request.operationId) : v4();
    const data = statedReading(body, {
      itemId: nameBasedId('stated', id),
      sourceId: HAND_SOURCE,
      now: new Date().toISOString(),
    });
    const { position } = await this.writer.act(request, 'announcement', id, {
      type: 'PublishAnnouncement',
      data,
    });
    return { id, position };
  }

  /** The survivor and everything it was itself merged into. Throws when there is no such announcement. */
  async survivors(into: string): Promise<string[]> {
    found(
      await this.queries.execute(new GetAnnouncement(into, { asOf: null, knownAt: null })),
      'announcement to merge into',
    );
    return [into, ...(await this.known.survivors(into))];
  }

  /** Publishes what the items say as an announcement of its own first, then takes them off this one. */
  async split(
    id: string,
    itemIds: string[],
    reason: string,
    request: Idempotent,
  ): Promise<{ to: string; position: string | null }> {
    const state = found(
      await this.queries.execute(new GetAnnouncement(id, { asOf: null, knownAt: null })),
      'announcement',
    );
    const covering = state.coverage.map(({ itemId }) => itemId);
    await this.known.catchUp();
    const reports = await this.known.reportsOn(id);
    const to = nameBasedId('split', id, ...[...itemIds].sort());
    const split = {
      type: 'SplitAnnouncement',
      data: { id, coverage: itemIds, to, covering, reason },
    } as const;
    await this.check(id, split);
    const moving = itemIds.map((itemId) => found(reports[itemId] ?? null, `report by item ${itemId}`));
    for (const [index, report] of moving.entries()) {
      const command =
        index === 0
          ? { type: 'PublishAnnouncement' as const, data: report }
          : {
              type: 'AddCoverage' as const,
              data: { ...report, match: { rule: 'a person split it off', score: 1 } },
            };
      await this.writer.act({ ...request, headers: {} } as Idempotent, 'announcement', to, command);
    }
    const { position } = await this.writer.act(request, 'announcement', id, split);
    return { to, position };
  }

  /** Refuses before anything is written. */
  private async check(id: string, command: Parameters<typeof announcementDecider.decide>[0]): Promise<void> {
    let record = announcementDecider.initial;
    for await (const stored of this.store.readStream(streamOf('announcement', id))) {
      record = announcementDecider.evolve(record, upcast(stored) as unknown as AnnouncementEvent, stored.id);
    }
    announcementDecider.decide(command, record);
  }
}

/** The corrected fields as the domain holds them. */
export function correctionOf(fields: z.infer<typeof correctionFields>): CorrectableFields {
  const { announcedAt, ...rest } = fields;
  if (Object.values(fields).every((value) => value === undefined)) {
    throw new DomainError('invalid', 'Name at least one field to correct.', '/fields');
  }
  return {
    ...rest,
    ...(announcedAt === undefined
      ? {}
      : { announcedAt: instantOf(announcedAt, WIC_TZ, 'start', '/fields/announcedAt') }),
  } as CorrectableFields;
}
