import { describe, expect, it } from '@jest/globals';
import type { AnnouncementState, Happens, Precision, Reading } from '#domain';
import { defaultKnowledge } from '#extraction';
import { knownNames } from '../match/known-names.js';
import { reportsOtherwise } from './new-report.js';

const names = knownNames(defaultKnowledge);
const happens = (start: string | null, end: string | null, precision: Precision = 'day'): Happens => ({
  ...{ start, end, precision, tz: 'Asia/Shanghai' },
});
const reading: Reading = {
  ...{ kind: 'forum', activity: null, phase: 'plan', title: { en: 'A forum' }, summary: null },
  ...{ announcedAt: '2025-06-10T00:00:00.000Z', announcedAtBasis: 'source', announcedAtPrecision: 'day' },
  ...{ announcedAtRaw: null, happens: null, place: null, organisations: [], people: [], theme: null },
  ...{ confidence: 0.9, evidence: [] },
};
const place = (name: string) => ({ name, country: 'CN' });
const otherwise = (before: Partial<Reading>, now: Partial<Reading>) =>
  reportsOtherwise(
    { ...reading, announcedAt: '2025-06-01T00:00:00.000Z', ...before } as unknown as AnnouncementState,
    { ...reading, ...now },
    names,
  );

type Case = [why: string, before: Partial<Reading>, now: Partial<Reading>];
const november = happens('2025-11-01', '2025-11-30', 'month');

const REVISIONS: Case[] = [
  ['other days', { happens: happens('2025-07-24', null) }, { happens: happens('2025-07-25', null) }],
  ['days where a month was known', { happens: november }, { happens: happens('2025-11-06', '2025-11-09') }],
  ['another month', { happens: november }, { happens: happens('2025-10-01', '2025-10-31', 'month') }],
  ['a last day', { happens: happens('2025-11-06', null) }, { happens: happens('2025-11-06', '2025-11-09') }],
  [
    'another town of another province',
    { place: place("Xi'an, Shaanxi province") },
    { place: place('福建泉州') },
  ],
  [
    'another theme',
    { theme: 'Building an open digital world together' },
    { theme: 'Sharing what artificial intelligence brings' },
  ],
  [
    'another number of what the title counts',
    { title: { zh: '15项成果发布' } },
    { title: { zh: '17项成果发布' } },
  ],
];
const REPETITIONS: Case[] = [
  ['a month where days were known', { happens: happens('2025-11-06', null) }, { happens: november }],
  ['the town alone', { place: place('Wuzhen, Zhejiang') }, { place: place('Wuzhen') }],
  ['what may lie in it', { place: place('Qufu') }, { place: place('Nishan') }],
  [
    'a shortened theme',
    { theme: 'Building an open digital world together' },
    { theme: '“Building an open digital world”' },
  ],
  ['another year in a title', { title: { en: 'Forum 2025' } }, { title: { en: 'Forum of 2025 in July' } }],
  [
    'other days of a report that is not later',
    { happens: happens('2025-07-24', null), announcedAt: reading.announcedAt },
    { happens: happens('2025-07-25', null) },
  ],
  [
    'other days of an unsure report',
    { happens: happens('2025-07-24', null) },
    { happens: happens('2025-07-25', null), confidence: 0.6 },
  ],
];

describe('a later report', () => {
  it.each(REVISIONS)('revises with %s', (_, before, now) => {
    expect(otherwise(before, now)).toBe(true);
  });

  it.each(REPETITIONS)('merely repeats with %s', (_, before, now) => {
    expect(otherwise(before, now)).toBe(false);
  });
});
