import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  announcementDecider,
  DomainError,
  ownerOf,
  resolveMerges,
  streamOf,
  survivorsOf,
  WIC_TZ,
  type AnnouncementEvent,
  type CorrectableFields,
  type Recorded,
} from '#domain';
import { EventStore, upcast } from '#event-store';
import { HAND_SOURCE, nameBasedId } from '#ingest';
import { GetAnnouncement, instantOf } from '#projections';
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
    const merges: Recorded<AnnouncementEvent>[] = [];
    for await (const event of this.store.readAll({ types: ['AnnouncementMerged'] }))
      merges.push(upcast(event) as Recorded<AnnouncementEvent>);
    return [into, ...survivorsOf(into, resolveMerges(merges))];
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
    const reports = await this.reportsOf(id, covering);
    const to = nameBasedId('split', id, ...[...itemIds].sort());
    const split = {
      type: 'SplitAnnouncement',
      data: { id, coverage: itemIds, to, covering, reason },
    } as const;
    await this.check(id, split);
    const moving = itemIds.map((itemId) => found(reports.get(itemId), `report by item ${itemId}`));
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

  /** What each item last said of the announcement or of one merged into it. */
  private async reportsOf(id: string, covering: readonly string[]) {
    const reports = new Map<string, { reading: never; coverage: never; extractor: string }>();
    for await (const stored of this.store.readAll({
      types: ['AnnouncementPublished', 'CoverageAdded', 'AnnouncementRevised'],
    })) {
      const { reading, coverage, extractor } = stored.data as {
        reading: never;
        coverage: { itemId: string };
        extractor: string;
      };
      const belongs =
        covering.includes(coverage.itemId) &&
        (ownerOf(stored.stream).id === id || !reports.has(coverage.itemId));
      if (belongs) reports.set(coverage.itemId, { reading, coverage: coverage as never, extractor });
    }
    return reports;
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
