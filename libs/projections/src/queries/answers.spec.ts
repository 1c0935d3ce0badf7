import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { EventStore } from '#event-store';
import { Database } from '#platform';
import { day } from '../announcements/readings.fixture.js';
import * as lib from '../index.js';
import { LogUnderTest } from '../runner/logs.fixture.js';
import { EVENTS } from './answers.fixture.js';

let log: LogUnderTest;
let views: lib.Views;
let program: TestingModule;
let bus: QueryBus;
let publicLog: lib.PublicLog;
let known: lib.KnownAnnouncementIndex;

beforeAll(async () => {
  log = await LogUnderTest.create();
  ({ views } = await log.start(lib.projections));
  program = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: Database, useValue: log.test.database },
      { provide: EventStore, useValue: log.store },
      { provide: lib.Views, useValue: views },
      { provide: lib.PublicLog, useClass: lib.PgPublicLog },
      lib.KnownAnnouncementIndex,
      ...lib.queryProviders,
    ],
  }).compile();
  await program.init();
  [bus, publicLog, known] = [
    program.get(QueryBus),
    program.get(lib.PublicLog),
    program.get(lib.KnownAnnouncementIndex),
  ];
  await log.add(EVENTS as never);
  await known.catchUp();
});
afterAll(async () => {
  await program.close();
  await log.close();
});

const now = lib.NOW;

describe('an announcement', () => {
  it('tells its history with what changed and why', async () => {
    const history = (await bus.execute(new lib.AnnouncementHistory('a', now)))!;
    expect(history.map(({ type }) => type)).toEqual([
      ...['announcement.published', 'announcement.covered', 'announcement.corrected'],
      ...['announcement.published', 'announcement.merged', 'announcement.match_forbidden'],
    ]);
    expect(history[2]).toMatchObject({ why: { reason: 'It was a symposium.' }, position: '6', revision: 2 });
    expect(history[2]!.changes).toContainEqual({ field: 'kind', from: 'forum', to: 'symposium' });
    expect(history[1]).toMatchObject({ why: { rule: 'same activity', score: 0.9, itemId: 'i2' } });
    const early = await bus.execute(new lib.AnnouncementHistory('a', { asOf: day(0), knownAt: '4' }));
    expect(early).toHaveLength(1);
    expect(await bus.execute(new lib.AnnouncementHistory('nobody', now))).toBeNull();
  });

  it('tells what differs between two revisions', async () => {
    const diff = await bus.execute(new lib.AnnouncementDiff('a', 0, 2));
    expect(diff!.changes.map(({ field }) => field)).toEqual(['kind', 'status', 'coverage', 'evidence']);
    expect(await bus.execute(new lib.AnnouncementDiff('a', 0, 9))).toBeNull();
  });

  it('that was merged says into what, from then on', async () => {
    expect(await bus.execute(new lib.GetAnnouncement('b', now))).toMatchObject({
      status: 'merged',
      mergedInto: 'a',
    });
    const before = await bus.execute(new lib.GetAnnouncement('b', { asOf: null, knownAt: '7' }));
    expect(before).toMatchObject({ status: 'published', mergedInto: null, kind: 'expo' });
  });
});

describe('the other views', () => {
  it('tell of sources, items, webhooks and the review queue', async () => {
    expect(await bus.execute(new lib.ListSources())).toMatchObject([{ id: 's', state: 'paused', items: 1 }]);
    expect(await bus.execute(new lib.GetSource('s'))).toMatchObject({ reason: 'holiday', revision: 1 });
    expect(await bus.execute(new lib.GetItem('i1', now))).toMatchObject({
      contentHash: 'h',
      announcements: ['a'],
    });
    expect(await bus.execute(new lib.GetItem('i1', { asOf: day(-1), knownAt: null }))).toBeNull();
    expect(await bus.execute(new lib.GetItem('i1', { asOf: null, knownAt: '2' }))).toBeNull();
    expect(await bus.execute(new lib.ListWebhooks())).toMatchObject([{ state: 'disabled', reason: '410' }]);
    const queue = await bus.execute(new lib.GetReviewQueue());
    expect(queue).toMatchObject({ total: 1, data: [{ proposalId: 'p1', announcementId: 'c' }] });
  });

  it('resolve time as people write it', async () => {
    const resolve = (input: lib.TimeInput) => bus.execute(new lib.ResolveTime(input));
    expect(await resolve({})).toEqual({ asOf: null, knownAt: null });
    expect(await resolve({ asOf: '2023-06-15', tz: 'UTC' })).toMatchObject({
      asOf: '2023-06-15T23:59:59.999Z',
    });
    expect(await resolve({ asOf: '2023-06-15' })).toMatchObject({ asOf: '2023-06-15T15:59:59.999Z' });
    expect(await resolve({ knownAt: '2001-01-01' })).toMatchObject({ knownAt: '0' });
    expect(await resolve({ knownAt: '2999-01-01' })).toMatchObject({ knownAt: '15' });
    expect(await resolve({ knownAt: '7' })).toMatchObject({ knownAt: '7' });
    await expect(resolve({ asOf: '2023-02-29' })).rejects.toMatchObject({
      code: 'invalid',
      pointer: '/asOf',
    });
    await expect(resolve({ tz: 'Mars/Base' })).rejects.toMatchObject({ pointer: '/tz' });
  });
});

describe('what is known already', () => {
  it('is found by coverage, activity and likeness, without what was merged away', async () => {
    const ids = (found: lib.KnownAnnouncement[]) => found.map(({ id }) => id);
    expect(ids(await known.byCoverage('i3'))).toEqual(['a']);
    expect(ids(await known.byActivity('forum/nishan/2023'))).toEqual(['a']);
    const title = { en: 'Digital civilisation dialogue' };
    const alike = { title, kind: 'forum' as const, from: null, to: null };
    expect(ids(await known.similar(alike))).toEqual(['a']);
    expect(ids(await known.similar({ ...alike, from: '2024-07-01' }))).toEqual([]);
    expect(ids(await known.similar({ ...alike, title: { zh: '峰会' } }))).toEqual([]);
    expect(await known.forbidden('i9')).toEqual(['a']);
    expect(await known.proposals('i4')).toEqual([{ proposalId: 'p1', announcementId: 'c', state: 'open' }]);
    expect(await known.proposals('i5')).toMatchObject([{ proposalId: 'p2', state: 'rejected' }]);
  });
});

describe('the public log', () => {
  const all = { scopes: ['public', 'webhooks:read', 'admin'] as lib.EventScope[] };
  const publicOnly = { scopes: ['public'] as lib.EventScope[] };

  it('pages over everything in scope, each event with the state just after it', async () => {
    const events: lib.PublicEvent[] = [];
    for (let after = '0', hasMore = true; hasMore;) {
      const page = await publicLog.page({ ...publicOnly, after, limit: 2 });
      events.push(...page.events);
      ({ next: after, hasMore } = page);
      if (!hasMore) expect(after).toBe('15');
    }
    expect(events.map(({ type, position }) => `${position} ${type}`)).toEqual([
      ...[
        '2 source.followed',
        '4 announcement.published',
        '5 announcement.covered',
        '6 announcement.corrected',
      ],
      ...['7 announcement.published', '8 announcement.merged', '13 source.paused'],
    ]);
    expect(events[1]!.data['announcement']).toMatchObject({
      id: 'a',
      kind: 'forum',
      coverage: [{ itemId: 'i1' }],
    });
    expect(events[5]!.data['announcement']).toMatchObject({ id: 'b', status: 'merged', mergedInto: 'a' });
    expect(events[6]!.data['source']).toMatchObject({ id: 's', state: 'paused' });
    expect((await publicLog.page({ ...all, after: '0', limit: 50 })).events).toHaveLength(15);
  });

  it('filters by type and kind, and moves on over what it leaves out', async () => {
    const expo = await publicLog.page({
      ...publicOnly,
      kinds: ['expo'],
      types: ['announcement.*'],
      after: '0',
      limit: 10,
    });
    expect(expo.events.map(({ position }) => position)).toEqual(['7', '8']);
    expect(expo).toMatchObject({ next: '15', hasMore: false });
    const hooks = await publicLog.page({ ...all, types: ['webhook.disabled'], after: '0', limit: 10 });
    expect(hooks.events).toMatchObject([
      { data: { webhook: { id: 'w', reason: '410' } }, scope: 'webhooks:read' },
    ]);
  });

  it('unfolds in announced order, and finds events by position', async () => {
    const query = { ...publicOnly, from: day(0), to: day(2), upTo: '99', limit: 2 };
    const first = await publicLog.announcedPage({ ...query, cursor: null });
    expect(first.events.map(({ position }) => position)).toEqual(['4', '5']);
    const second = await publicLog.announcedPage({ ...query, cursor: first.next });
    expect(second).toMatchObject({ events: [{ position: '7', announcedAt: day(2) }], next: null });
    expect((await publicLog.at(['7', '99', '4'])).map(({ position }) => position)).toEqual(['7', '4']);
    expect(await publicLog.head()).toBe('15');
  });
});
