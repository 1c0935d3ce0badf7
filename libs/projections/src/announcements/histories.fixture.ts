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

type Made = Pick<Event, 'type' | 'data' | 'announcedAt'>;
const MATCH = { rule: 'same', score: 1 };
const REASON = 'because';

function factOf(step: Step, own: readonly Event[]): Made {
  switch (step.what) {
    case 'publish':
    case 'cover':
    case 'revise':
    case 'propose':
      return report(step);
    case 'reread':
      return rereading(step, own);
    case 'correct':
    case 'redate':
    case 'withdraw':
      return mending(step);
    case 'merge':
      return undated('AnnouncementMerged', { into: IDS[step.other]!, reason: REASON });
    case 'split':
      return undated('AnnouncementSplit', {
        ...{ coverage: [`item${step.item}`], to: IDS[step.other]!, reason: REASON },
      });
    case 'forbid':
      return undated('MatchForbidden', {
        ...{ item: `item${step.item}`, announcement: IDS[step.other]!, reason: REASON },
      });
  }
}

function undated(type: Event['type'], data: Event['data']): Made {
  return { type, data, announcedAt: null } as Made;
}

function report(step: Step): Made {
  const { what, at, item, flavour } = step;
  const told = { reading: readingWith(step), coverage: coverageWith(item), extractor: 'x', proposalId: null };
  const dated = { announcedAt: day(at) };
  if (what === 'publish') return { ...dated, type: 'AnnouncementPublished', data: told };
  if (what === 'cover') return { ...dated, type: 'CoverageAdded', data: { ...told, match: MATCH } };
  if (what === 'propose')
    return undated('AnnouncementProposed', {
      ...told,
      ...{ proposalId: `p${at}${item}`, match: MATCH, contradicts: [] },
    });
  const overrules = flavour === 0 ? ['title' as const] : [];
  const data = { ...told, cause: 'source_edit' as const, match: MATCH, rereads: null, overrules };
  return { ...dated, type: 'AnnouncementRevised', data };
}

function mending({ what, at, flavour }: Step): Made {
  const announcedAt = day(at);
  const effective = flavour === 0 ? announcedAt : null;
  if (what === 'withdraw')
    return { type: 'AnnouncementWithdrawn', announcedAt: effective, data: { reason: REASON, effective } };
  if (what === 'redate')
    return undated('AnnouncementCorrected', {
      ...{ fields: { announcedAt }, reason: REASON, effective: null, saw: [] },
    });
  const fields = { title: { en: `Put right ${flavour}` }, kind: 'symposium' as const };
  const data = { fields, reason: REASON, effective, saw: [] };
  return { type: 'AnnouncementCorrected', announcedAt: effective, data };
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
