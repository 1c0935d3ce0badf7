import { coverageOf, day, readingOf } from '../announcements/readings.fixture.js';

const report = (item: string, at: number, parts = {}) => ({
  reading: readingOf({ announcedAt: day(at), ...parts }),
  coverage: coverageOf(item),
  extractor: 'x',
  proposalId: null,
});
const match = { rule: 'same activity', score: 0.9 };
const source = { url: 'https://news.example/feed', kind: 'feed', title: 'News', lang: 'en', tz: 'UTC' };
const settings = { ...source, linkPattern: null, filter: 'wic' };
const item = {
  ...source,
  sourceId: 's',
  identity: 'g',
  publishedAt: day(0),
  contentHash: 'h',
  length: 1,
  trusted: false,
};
const hook = { displayUrl: 'https://x.example', secretsRef: 'r', filter: {}, format: 'standard' };

/** A little of everything. Positions follow from the order: LogOpened stands at 1. */
export const EVENTS = [
  { stream: 'source-s', type: 'SourceFollowed', data: settings },
  { stream: 'item-i1', type: 'ItemReceived', data: item, announcedAt: day(0) },
  { stream: 'announcement-a', type: 'AnnouncementPublished', data: report('i1', 0), announcedAt: day(0) },
  {
    stream: 'announcement-a',
    type: 'CoverageAdded',
    data: { ...report('i2', 1), match },
    announcedAt: day(1),
  },
  {
    stream: 'announcement-a',
    type: 'AnnouncementCorrected',
    data: { fields: { kind: 'symposium' }, reason: 'It was a symposium.', effective: null, saw: ['i1'] },
  },
  {
    stream: 'announcement-b',
    type: 'AnnouncementPublished',
    data: report('i3', 2, { kind: 'expo' }),
    announcedAt: day(2),
  },
  { stream: 'announcement-b', type: 'AnnouncementMerged', data: { into: 'a', reason: 'The same.' } },
  {
    stream: 'announcement-a',
    type: 'MatchForbidden',
    data: { item: 'i9', announcement: 'a', reason: 'Not this.' },
  },
  {
    stream: 'announcement-c',
    type: 'AnnouncementProposed',
    data: { ...report('i4', 3), proposalId: 'p1', match: null, contradicts: [] },
  },
  {
    stream: 'announcement-c',
    type: 'AnnouncementProposed',
    data: { ...report('i5', 3), proposalId: 'p2', match: null, contradicts: [] },
  },
  { stream: 'announcement-c', type: 'ProposalRejected', data: { proposalId: 'p2', reason: 'no' } },
  { stream: 'source-s', type: 'SourcePaused', data: { reason: 'holiday' } },
  { stream: 'webhook-w', type: 'WebhookSubscribed', data: { ...hook, from: null } },
  { stream: 'webhook-w', type: 'WebhookDisabled', data: { reason: '410' } },
];
