import { aCoverage, aReading } from '#testing';
import type { AnnouncementEvent } from './announcement.events.js';
import type { Reading } from './reading.js';

export const match = { rule: 'same-activity', score: 1 };
export type Dated = AnnouncementEvent & { stream?: string; id?: string };

export const day = (n: number) => `2023-06-${String(n).padStart(2, '0')}T00:00:00.000Z`;
export const on = (date: string) => ({
  start: date,
  end: date,
  precision: 'day' as const,
  tz: 'Asia/Shanghai',
});
export const report = (itemId: string, at: string, over: Partial<Reading>) => ({
  reading: aReading({ announcedAt: at, ...over }),
  coverage: aCoverage(itemId),
  extractor: '1',
  proposalId: null,
});
export const published = (at: string, itemId = 'item-1', over: Partial<Reading> = {}): Dated => ({
  type: 'AnnouncementPublished',
  data: report(itemId, at, over),
  announcedAt: at,
});
export const covered = (at: string, itemId: string, over: Partial<Reading> = {}): Dated => ({
  type: 'CoverageAdded',
  data: { ...report(itemId, at, over), match },
  announcedAt: at,
});
export const revised = (
  at: string,
  itemId: string,
  over: Partial<Reading>,
  rereads: string | null = null,
): Dated => ({
  type: 'AnnouncementRevised',
  data: {
    ...report(itemId, at, over),
    cause: rereads ? 'better_extraction' : 'source_edit',
    match: null,
    rereads,
    overrules: [],
  },
  announcedAt: at,
});
export const corrected = (fields: object, effective: string | null = null): Dated => ({
  type: 'AnnouncementCorrected',
  data: { fields, reason: 'misread', effective, saw: ['item-1'] },
  announcedAt: effective ?? day(10),
});
