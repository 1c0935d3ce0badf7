import { describe, expect, it } from '@jest/globals';
import type { AnnouncementState, Happens, Reading } from '#domain';
import { defaultKnowledge } from '#extraction';
import { decide } from './decide.js';
import { knownNames } from './known-names.js';

const names = knownNames(defaultKnowledge);
const tz = 'Asia/Shanghai';
const days = (start: string | null, end: string | null = start): Happens => ({
  start,
  end,
  precision: 'day',
  tz,
});
const derived = (id: string) => ({ id, title: {}, known: false });
const known = (id: string) => ({ id, title: {}, known: true });
const person = (name: string) => [{ name, role: null }];

const plain: Reading = {
  ...{ kind: 'forum', activity: null, phase: null, title: { en: 'x' }, summary: null },
  ...{ announcedAt: '2023-06-20T00:00:00.000Z', announcedAtBasis: 'source', announcedAtPrecision: 'day' },
  ...{ announcedAtRaw: null, happens: null, place: null, organisations: [], people: [], theme: null },
  ...{ confidence: 0.9, evidence: [] },
};
const reading = (over: Partial<Reading>): Reading => ({ ...plain, ...over });

function decided(
  statement: Partial<Reading>,
  announced: Partial<AnnouncementState>,
  sameDocument: string[] = [],
) {
  const { announcedAtRaw: _, ...told } = plain;
  const rest = { id: 'a', revision: 0, position: '1', recordedAt: '', backfill: false, mergedInto: null };
  const state = {
    ...told,
    ...rest,
    status: 'published',
    coverage: [],
    evidence: [],
    ...announced,
  } as AnnouncementState;
  const candidates = [{ id: 'a', revision: 0, state }];
  return decide(reading(statement), candidates, {
    names,
    forbidden: [],
    sameDocument: new Set(sameDocument),
  });
}

type Pair = [why: string, a: Partial<Reading>, b: Partial<Reading>];

const SAME: Pair[] = [
  [
    'one key derived by both on one day, in other words',
    { kind: 'symposium', phase: 'result', activity: derived('symposium/member-representative/2023'), title: { en: 'Member representative symposium is successfully held' }, happens: days('2023-06-25') },
    { kind: 'symposium', phase: 'result', activity: derived('symposium/member-representative/2023'), title: { en: 'Member representatives meet in Nishan' }, happens: days('2023-06-25') },
  ],
  [
    'an award named in one report and keyed in the other',
    { kind: 'award', phase: 'result', title: { en: 'A distinguished contribution award was given to people and firms' }, happens: days('2025-11-07') },
    { kind: 'award', phase: 'result', activity: known('award/distinguished-contribution/2025'), title: { en: 'Companies receive the annual Distinguished Contribution Award' }, happens: days('2025-11-07') },
  ],
  [
    'one known activity in two languages, years of waiting between the reports',
    { kind: 'office_opening', activity: known('office/zhejiang'), phase: 'open', title: { zh: '浙江办事处揭牌' } },
    { kind: 'office_opening', activity: known('office/zhejiang'), phase: 'open', title: { en: 'Office unveiled' }, announcedAt: '2024-01-01T00:00:00.000Z' },
  ],
  [
    'a plan whose dates moved',
    { kind: 'summit', activity: known('summit/2023'), phase: 'plan', happens: days('2023-11-08', '2023-11-10') },
    { kind: 'summit', activity: known('summit/2023'), phase: 'plan', happens: days('2023-11-15', '2023-11-17') },
  ],
  [
    'opened and held on one day',
    { activity: known('forum/nishan-dialogue/2023'), phase: 'open', happens: days('2023-06-26', null) },
    { activity: known('forum/nishan-dialogue/2023'), phase: 'result', happens: days('2023-06-26') },
  ],
  [
    'an unknown symposium by other words in the same language',
    { kind: 'symposium', title: { en: 'WIC holds a cross-border e-commerce seminar' }, happens: days('2023-06-30') },
    { kind: 'symposium', title: { en: 'Seminar on cross-border e-commerce held by WIC in Beijing' }, happens: days('2023-06-30') },
  ],
  [
    'an unknown symposium in the other language, by its subject and day',
    { kind: 'symposium', activity: derived('symposium/artificial-intelligence/2023'), title: { zh: '世界互联网大会人工智能座谈会召开' }, happens: days('2023-06-26') },
    { kind: 'symposium', activity: derived('symposium/artificial-intelligence/2023'), title: { en: 'WIC Symposium on Artificial Intelligence' }, happens: days('2023-06-26') },
  ],
  [
    'a kind that outlets take for another',
    { kind: 'forum', title: { en: 'Young leaders dialogue on open source held in Hangzhou' }, happens: days('2024-05-10') },
    { kind: 'symposium', title: { en: 'Young leaders hold dialogue on open source in Hangzhou' }, happens: days('2024-05-10') },
  ],
  [
    'one person abroad, the name in two scripts',
    { kind: 'external_participation', title: { zh: '任贤良出席上海世界移动通信大会' }, people: person('任贤良'), happens: days('2023-06-28'), activity: derived('external/mwc-shanghai/2023/ren-xianliang') },
    { kind: 'external_participation', title: { en: 'Ren Xianliang attends MWC Shanghai' }, people: person('Ren Xianliang'), happens: days('2023-06-28'), activity: derived('external/mwc-shanghai/2023/ren-xianliang') },
  ],
]; // prettier-ignore

const DIFFERENT: Pair[] = [
  [
    'the closing and a report on the first day of a summit held for three',
    { kind: 'summit', activity: known('summit/2023'), phase: 'result', happens: days('2023-11-08', '2023-11-10'), announcedAt: '2023-11-08T04:00:00.000Z' },
    { kind: 'summit', activity: known('summit/2023'), phase: 'close', happens: days(null, '2023-11-10'), announcedAt: '2023-11-10T04:00:00.000Z' },
  ],
  [
    'the same title a year later',
    { kind: 'publication', title: { en: 'WIC blue books released' }, happens: days('2023-11-09') },
    { kind: 'publication', title: { en: 'WIC blue books released' }, happens: days('2024-11-21') },
  ],
  [
    'the same undated title a year later',
    { kind: 'call_for_entries', title: { en: 'Applications open for the award' } },
    { kind: 'call_for_entries', title: { en: 'Applications open for the award' }, announcedAt: '2024-06-20T00:00:00.000Z' },
  ],
  [
    'editions of one recurring forum',
    { activity: known('forum/digital-silk-road/2025'), title: { en: 'Digital Silk Road Forum' } },
    { activity: known('forum/digital-silk-road/2026'), title: { en: 'Digital Silk Road Forum' } },
  ],
  [
    'opening and closing',
    { kind: 'summit', activity: known('summit/2023'), phase: 'open', happens: days('2023-11-08', null) },
    { kind: 'summit', activity: known('summit/2023'), phase: 'close', happens: days(null, '2023-11-10') },
  ],
  [
    'two people at one event on one day',
    { kind: 'external_participation', title: { en: 'Ren Xianliang attends MWC Shanghai 2023' }, people: person('Ren Xianliang'), happens: days('2023-06-28') },
    { kind: 'external_participation', title: { en: 'Zhuang Rongwen attends MWC Shanghai 2023' }, people: person('Zhuang Rongwen'), happens: days('2023-06-28') },
  ],
  [
    'semi-final and final of one competition',
    { kind: 'competition_result', activity: known('competition/straight-to-wuzhen/2023'), phase: 'result', happens: days('2023-09-20') },
    { kind: 'competition_result', activity: known('competition/straight-to-wuzhen/2023'), phase: 'result', happens: days('2023-11-10') },
  ],
  [
    'two publications at one summit',
    { kind: 'publication', activity: known('summit/2023'), title: { en: 'Blue book on the development of the internet in China released' }, happens: days('2023-11-08') },
    { kind: 'publication', activity: known('summit/2023'), title: { en: 'Consensus on generative AI governance published by think tanks' }, happens: days('2023-11-08') },
  ],
  [
    'two symposiums at one place on following days',
    { kind: 'symposium', title: { en: 'WIC Member Representative Symposium' }, happens: days('2023-06-25'), place: { name: 'Nishan', country: 'CN' } },
    { kind: 'symposium', title: { en: 'WIC Symposium on Artificial Intelligence' }, happens: days('2023-06-26'), place: { name: 'Nishan', country: 'CN' } },
  ],
  [
    'what merely happens on the same day in another language',
    { kind: 'symposium', title: { zh: '世界互联网大会跨境电商座谈会' }, happens: days('2023-06-26') },
    { kind: 'symposium', title: { en: 'WIC Symposium on Artificial Intelligence' }, happens: days('2023-06-26') },
  ],
  [
    'another kind of thing under like words',
    { kind: 'competition_registration', title: { en: 'Straight to Wuzhen competition' } },
    { kind: 'competition_result', title: { en: 'Straight to Wuzhen competition' } },
  ],
]; // prettier-ignore

describe('decide', () => {
  it.each(SAME)('recognises %s', (_, a, b) => {
    expect(decided(a, b as Partial<AnnouncementState>)).toMatchObject({ outcome: 'same' });
    expect(decided(b, a as Partial<AnnouncementState>)).toMatchObject({ outcome: 'same' });
  });

  it.each(DIFFERENT)('tells apart %s', (_, a, b) => {
    expect(decided(a, b as Partial<AnnouncementState>)).toMatchObject({ outcome: 'new' });
    expect(decided(b, a as Partial<AnnouncementState>)).toMatchObject({ outcome: 'new' });
  });

  it('does not join two statements of one document by mere likeness', () => {
    const alike = { title: { en: 'Dialogue on open source in Hangzhou' }, happens: days('2024-05-10') };
    expect(decided(alike, alike as Partial<AnnouncementState>)).toMatchObject({ outcome: 'same' });
    expect(decided(alike, alike as Partial<AnnouncementState>, ['a'])).toMatchObject({ outcome: 'new' });
  });

  it('obeys what a person told apart, and never joins what was merged away', () => {
    const same = { activity: known('forum/nishan-dialogue/2023') };
    const { announcedAtRaw: _, ...told } = reading(same);
    const state = { ...told, id: 'a', status: 'published', coverage: [] } as unknown as AnnouncementState;
    const options = { names, sameDocument: new Set<string>() };
    const candidate = { id: 'a', revision: 0, state };
    expect(decide(reading(same), [candidate], { ...options, forbidden: ['a'] }).outcome).toBe('new');
    const merged = { ...candidate, state: { ...state, status: 'merged' as const } };
    expect(decide(reading(same), [merged], { ...options, forbidden: [] }).outcome).toBe('new');
  });
});
