import { aCoverage, aReading } from '#testing';
import type { AnnouncementEvent } from './announcement.events.js';

export const match = { rule: 'same-activity', score: 1 };
export const report = (itemId = 'item-1', over = {}) => ({
  reading: aReading(over),
  coverage: aCoverage(itemId),
  extractor: '1',
});
export const published: AnnouncementEvent = {
  type: 'AnnouncementPublished',
  data: { ...report(), proposalId: null },
  announcedAt: aReading().announcedAt,
};
export const covered: AnnouncementEvent = {
  type: 'CoverageAdded',
  data: { ...report('item-2', { announcedAt: '2023-06-14T00:00:00.000Z' }), match, proposalId: null },
  announcedAt: '2023-06-14T00:00:00.000Z',
};
export const moved = {
  start: '2023-06-16',
  end: '2023-06-16',
  precision: 'day' as const,
  tz: 'Asia/Shanghai',
};
export const corrected: AnnouncementEvent = {
  type: 'AnnouncementCorrected',
  data: { fields: { happens: moved }, reason: 'misread', effective: null, saw: ['item-1'] },
  announcedAt: aReading().announcedAt,
};
