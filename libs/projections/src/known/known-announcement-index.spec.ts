import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { coverageOf, day, readingOf } from '../announcements/readings.fixture.js';
import { projections } from '../projections.js';
import { LogUnderTest } from '../runner/logs.fixture.js';
import { KnownAnnouncementIndex } from './known-announcement-index.js';

const said = (stream: string, item: string, theme: string, type = 'CoverageAdded') => ({
  stream: `announcement-${stream}`,
  type,
  data: {
    reading: readingOf({ announcedAt: day(0), theme }),
    coverage: coverageOf(item),
    ...{ extractor: 'x', proposalId: null, match: { rule: 'r', score: 1 } },
    ...{ cause: 'source_edit', rereads: null, overrules: [] },
  },
  announcedAt: day(0),
});
const merged = (stream: string, into: string) => ({
  stream: `announcement-${stream}`,
  type: 'AnnouncementMerged',
  data: { into, reason: 'The same.' },
});

const LOG = [
  said('a', 'i1', 'first', 'AnnouncementPublished'),
  said('a', 'i2', 'of a'),
  said('a', 'i3', 'split off'),
  said('a', 'i1', 'edited', 'AnnouncementRevised'),
  said('b', 'i4', 'of b', 'AnnouncementPublished'),
  said('b', 'i2', 'also in b'),
  said('c', 'i5', 'of c', 'AnnouncementPublished'),
  said('d', 'i3', 'gone to d', 'AnnouncementPublished'),
  {
    stream: 'announcement-a',
    type: 'AnnouncementSplit',
    data: { coverage: ['i3'], to: 'd', reason: 'Another.' },
  },
  merged('c', 'b'),
  merged('b', 'a'),
];

let log: LogUnderTest;
let index: KnownAnnouncementIndex;

beforeAll(async () => {
  log = await LogUnderTest.create();
  const { views } = await log.start(projections);
  index = new KnownAnnouncementIndex(log.test.database, views, log.store);
  await log.add(LOG as never);
  await index.catchUp();
});
afterAll(() => log.close());

it('says what each item last said of an announcement and of what was merged into it, less what was split off', async () => {
  const themes = Object.entries(await index.reportsOn('a')).map(([item, { reading }]) => [
    item,
    reading.theme,
  ]);
  expect(Object.fromEntries(themes)).toEqual({ i1: 'edited', i2: 'of a', i4: 'of b', i5: 'of c' });
  expect(Object.keys(await index.reportsOn('d'))).toEqual(['i3']);
  const [covered] = await index.byCoverage('i5');
  expect([covered?.id, covered?.reports?.['i5']?.theme]).toEqual(['a', 'of c']);
});

it('says what an announcement was merged into, nearest first', async () => {
  expect(await index.survivors('c')).toEqual(['b', 'a']);
  expect(await index.survivors('a')).toEqual([]);
});
