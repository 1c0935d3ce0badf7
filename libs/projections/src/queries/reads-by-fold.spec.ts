import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { same, type AnnouncementEvent, type Recorded } from '#domain';
import { createTestDatabase, type TestDatabase } from '#testing';
import {
  GetActivityHandler,
  ListActivities,
  ListActivitiesHandler,
  GetActivity,
} from '../activities/activities.queries.js';
import { activityView } from '../activities/activity.view.js';
import type { AnnouncementFilter } from '../announcements/announcement.filter.js';
import { announcementView } from '../announcements/announcement.view.js';
import { announcementsProjection } from '../announcements/announcements.projection.js';
import { FedView } from '../announcements/fed-view.fixture.js';
import { GetAnnouncement, GetAnnouncementHandler } from '../announcements/get-announcement.queries.js';
import { histories, IDS } from '../announcements/histories.fixture.js';
import { ListAnnouncements, ListAnnouncementsHandler } from '../announcements/list-announcements.queries.js';
import type { Moment } from '../announcements/moment.js';
import { stateByFold } from '../announcements/oracle.js';
import { day } from '../announcements/readings.fixture.js';
import { FACETS, GetFacets, GetFacetsHandler } from '../facets/get-facets.queries.js';
import { projectionsMigrations } from '../runner/generations.migrations.js';
import { GetTimeline, GetTimelineHandler } from '../timeline/get-timeline.queries.js';
import { countsByFold, FILTERS, matchingByFold, VALUES } from './by-fold.fixture.js';
import { readsOf } from './reads.fixture.js';
import type { ViewReads } from './view-reads.js';

type Event = Recorded<AnnouncementEvent>;
const TODAY = '2023-07-02T04:00:00.000Z';

/** Every read path: what it answers, and what the fold says it must. */
interface ReadPath {
  name: string;
  read(reads: ViewReads, moment: Moment, filter: AnnouncementFilter): Promise<unknown>;
  fold(log: readonly Event[], moment: Moment, filter: AnnouncementFilter): unknown;
}

const PATHS: ReadPath[] = [
  {
    name: 'list',
    read: async (reads, moment, filter) => {
      const handler = new ListAnnouncementsHandler(reads);
      const { total, ...first } = await handler.execute(new ListAnnouncements(filter, moment, { limit: 2 }));
      const second = first.next
        ? await handler.execute(new ListAnnouncements(filter, moment, { limit: 2, cursor: first.next }))
        : { data: [] };
      return { total, data: [...first.data, ...second.data] };
    },
    fold: (log, moment, filter) => {
      const states = matchingByFold(log, moment, filter);
      return { total: states.length, data: states.map(announcementView) };
    },
  },
  {
    name: 'list by recording',
    read: async (reads, moment, filter) => {
      const query = new ListAnnouncements(filter, moment, { order: 'recorded' });
      const { data } = await new ListAnnouncementsHandler(reads).execute(query);
      return data.map(({ recordedAt, id }) => ({ recordedAt, id }));
    },
    fold: (log, moment, filter) =>
      matchingByFold(log, moment, filter)
        .map(({ recordedAt, id }) => ({ recordedAt, id }))
        .sort((a, b) => (a.recordedAt + a.id < b.recordedAt + b.id ? 1 : -1)),
  },
  {
    name: 'list by happening',
    read: async (reads, moment, filter) => {
      const handler = new ListAnnouncementsHandler(reads);
      const page = { order: 'happens' as const, limit: 1 };
      const ids: string[] = [];
      for (let cursor: string | null = null; ;) {
        const { data, next } = await handler.execute(
          new ListAnnouncements(filter, moment, { ...page, cursor }),
        );
        ids.push(...data.map(({ id }) => id));
        if (next === null) return ids;
        cursor = next;
      }
    },
    fold: (log, moment, filter) =>
      matchingByFold(log, moment, filter)
        .map(({ happens, id }) => `${happens?.start ?? happens?.end ?? '0'} ${id}`)
        .sort((a, b) => (a < b ? 1 : -1))
        .map((key) => key.split(' ')[1]),
  },
  {
    name: 'item',
    read: (reads, moment) =>
      Promise.all(
        IDS.map((id) => new GetAnnouncementHandler(reads).execute(new GetAnnouncement(id, moment))),
      ),
    fold: (log, moment) =>
      IDS.map((id) => stateByFold(id, log, moment)).map((state) => state && announcementView(state)),
  },
  {
    name: 'facets',
    read: async (reads, moment, filter) => {
      const facets = await new GetFacetsHandler(reads).execute(new GetFacets(filter, moment));
      return FACETS.map((facet) =>
        Object.fromEntries(facets[facet].map(({ value, count }) => [value, count])),
      );
    },
    fold: (log, moment, filter) =>
      FACETS.map((facet) => countsByFold(matchingByFold(log, moment, filter), VALUES[facet]!)),
  },
  {
    name: 'timeline',
    read: async (reads, moment, filter) => {
      const counts = await new GetTimelineHandler(reads).execute(new GetTimeline(filter, moment));
      return Object.fromEntries(counts.map(({ month, kind, count }) => [`${month} ${kind}`, count]));
    },
    fold: (log, moment, filter) =>
      countsByFold(matchingByFold(log, moment, filter), ({ announcedAt, kind }) => [
        `${announcedAt.slice(0, 7)} ${kind}`,
      ]),
  },
  {
    name: 'activities',
    read: async (reads, moment) =>
      (await new ListActivitiesHandler(reads).execute(new ListActivities({}, moment, TODAY))).data,
    fold: (log, moment) => {
      const told = matchingByFold(log, moment, { activity: 'forum' });
      return told.length === 0 ? [] : [activityView('forum/nishan/2023', told, moment.asOf ?? TODAY)];
    },
  },
  {
    name: 'activity',
    read: async (reads, moment) => {
      const query = new GetActivity('forum/nishan/2023', moment, TODAY);
      return (await new GetActivityHandler(reads).execute(query))?.announcements ?? [];
    },
    fold: (log, moment) =>
      matchingByFold(log, moment, { activity: 'forum' })
        .sort((a, b) => (a.announcedAt + a.id < b.announcedAt + b.id ? -1 : 1))
        .map(announcementView),
  },
];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(projectionsMigrations);
});
afterAll(() => test.drop());

async function onIndex<Result>(log: Event[], work: (reads: ViewReads) => Promise<Result>): Promise<Result> {
  const view = await FedView.create(test.database, announcementsProjection);
  await view.feed(log);
  const result = await work(readsOf(view));
  await view.drop();
  return result;
}

const moments = fc.record({
  asOf: fc.constantFrom(null, ...[-1, 0, 1, 2, 3, 4].map(day)),
  knownAt: fc.constantFrom(null, ...Array.from({ length: 12 }, (_, n) => String((n + 1) * 10))),
});

describe.each(PATHS)('$name', ({ read, fold }) => {
  it('shows what the log says at any moment, whatever the filter', async () => {
    const sample = fc.tuple(histories(12), fc.array(moments, { minLength: 4, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(sample, async ([log, chosen]) =>
        onIndex(log, async (reads) => {
          for (const moment of chosen)
            for (const filter of FILTERS)
              expect({ filter, got: await read(reads, moment, filter) }).toEqual({
                filter,
                got: fold(log, moment, filter),
              });
        }),
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 5), endOnFailure: true },
    );
  }, 120_000);

  it.each([
    ['asOf', (moment: Moment): Moment => ({ ...moment, asOf: null })],
    ['knownAt', (moment: Moment): Moment => ({ ...moment, knownAt: null })],
  ])(
    'would be caught ignoring %s',
    async (_axis, ignoring) => {
      const survives = async ([log, moment]: [Event[], Moment]) =>
        onIndex(log, async (reads) => same(await read(reads, ignoring(moment), {}), fold(log, moment, {})));
      const verdict = await fc.check(fc.asyncProperty(fc.tuple(histories(12), moments), survives), {
        numRuns: 300,
        endOnFailure: true,
      });
      expect(String(verdict.errorInstance)).toContain('returning false');
    },
    60_000,
  );
});
