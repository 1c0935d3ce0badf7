import fc from 'fast-check';
import { streamOf, type AnnouncementEvent, type Recorded } from '#domain';
import { coverageOf, day, readingOf } from './readings.fixture.js';

type Event = Recorded<AnnouncementEvent>;

/** One thing that happens to one of a few announcements; numbers are picked at random. */
export interface Step {
  of: number;
  what: (typeof WHATS)[number];
  at: number;
  item: number;
  other: number;
  flavour: number;
}

export const WHATS = [
  'publish',
  'cover',
  'revise',
  'reread',
  'correct',
  'redate',
  'merge',
  'split',
  'withdraw',
  'forbid',
  'propose',
] as const;

export const IDS = ['a', 'b', 'c'];

/** Random histories: late events, corrections, merges in circles, splits, re-readings, withdrawals. */
export const histories = (maxLength: number): fc.Arbitrary<Event[]> =>
  fc
    .array(
      fc.record({
        of: fc.nat(IDS.length - 1),
        what: fc.constantFrom(...WHATS),
        at: fc.nat(5),
        item: fc.nat(3),
        other: fc.nat(IDS.length - 1),
        flavour: fc.nat(3),
      }),
      { minLength: 1, maxLength },
    )
    .map(historyOf);

/** The log that steps make. Positions are sparse: 10, 20, 30… */
export function historyOf(steps: readonly Step[]): Event[] {
  const log: Event[] = [];
  for (const step of steps) {
    const id = IDS[step.of]!;
    const stream = streamOf('announcement', id);
    const fact = factOf(
      step,
      log.filter((event) => event.stream === stream),
    );
    log.push({
      ...fact,
      id: `e${log.length}`,
      version: 1,
      stream,
      revision: log.filter((event) => event.stream === stream).length,
      position: String((log.length + 1) * 10),
      recordedAt: new Date(Date.UTC(2026, 0, 1) + log.length * 60_000).toISOString(),
      backfill: false,
      causationId: null,
      correlationId: null,
      actor: 'spec',
    } as Event);
  }
  return log;
}

function factOf(step: Step, own: readonly Event[]): Pick<Event, 'type' | 'data' | 'announcedAt'> {
  const { what, at, item, other, flavour } = step;
  const announcedAt = day(at);
  const report = {
    reading: readingWith(step),
    coverage: coverageWith(item),
    extractor: 'x',
    proposalId: null,
  };
  const match = { rule: 'same', score: 1 };
  const revised = { ...report, match, rereads: null, overrules: [] };
  const reason = 'because';
  switch (what) {
    case 'publish':
      return { type: 'AnnouncementPublished', announcedAt, data: report };
    case 'cover':
      return { type: 'CoverageAdded', announcedAt, data: { ...report, match } };
    case 'revise':
      return {
        type: 'AnnouncementRevised',
        announcedAt,
        data: { ...revised, cause: 'source_edit', overrules: flavour === 0 ? ['title'] : [] },
      };
    case 'reread':
      return rereading(step, own);
    case 'correct':
      return {
        type: 'AnnouncementCorrected',
        announcedAt: flavour === 0 ? announcedAt : null,
        data: {
          fields: { title: { en: `Put right ${flavour}` }, kind: 'symposium' },
          reason,
          effective: flavour === 0 ? announcedAt : null,
          saw: [],
        },
      };
    case 'redate':
      return {
        type: 'AnnouncementCorrected',
        announcedAt: null,
        data: { fields: { announcedAt }, reason, effective: null, saw: [] },
      };
    case 'merge':
      return { type: 'AnnouncementMerged', announcedAt: null, data: { into: IDS[other]!, reason } };
    case 'split':
      return {
        type: 'AnnouncementSplit',
        announcedAt: null,
        data: { coverage: [`item${item}`], to: IDS[other]!, reason },
      };
    case 'withdraw':
      return {
        type: 'AnnouncementWithdrawn',
        announcedAt: flavour === 0 ? null : announcedAt,
        data: { reason, effective: flavour === 0 ? null : announcedAt },
      };
    case 'forbid':
      return {
        type: 'MatchForbidden',
        announcedAt: null,
        data: { item: `item${item}`, announcement: IDS[other]!, reason },
      };
    case 'propose':
      return {
        type: 'AnnouncementProposed',
        announcedAt: null,
        data: { ...report, proposalId: `p${at}${item}`, match, contradicts: [] },
      };
  }
}

/** A better extraction of the first report; without one, of nothing. */
function rereading(step: Step, own: readonly Event[]): Pick<Event, 'type' | 'data' | 'announcedAt'> {
  const first = own.find(({ type }) => type === 'AnnouncementPublished' || type === 'CoverageAdded');
  const data = {
    cause: 'better_extraction' as const,
    reading: readingWith(step),
    coverage: coverageWith(step.item),
    extractor: 'y',
    match: null,
    rereads: first?.id ?? null,
    overrules: [],
    proposalId: null,
  };
  return { type: 'AnnouncementRevised', announcedAt: first?.announcedAt ?? day(step.at), data };
}

function readingWith({ at, flavour }: Step) {
  return readingOf({
    announcedAt: day(at),
    title:
      flavour % 2 === 0 ? { en: `Dialogue number ${flavour}` } : { zh: `世界互联网大会第${flavour}场对话` },
    kind: flavour === 3 ? 'summit' : 'forum',
    happens:
      flavour === 1
        ? null
        : { start: `2023-07-0${1 + at}`, end: null, precision: 'day', tz: 'Asia/Shanghai' },
    organisations: flavour === 2 ? ['Zhijiang Lab'] : [],
    activity: flavour === 0 ? null : readingOf().activity,
  });
}

function coverageWith(item: number) {
  return coverageOf(`item${item}`, { lang: item % 2 === 0 ? 'en' : 'zh' });
}
