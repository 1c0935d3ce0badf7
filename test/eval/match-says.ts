import { dayStart, WIC_TZ, type Lang, type Reading } from '#domain';
import { defaultKnowledge } from '#extraction';
import { knownNames } from '../../libs/ingest/src/match/known-names.js';
import { KnownWorld } from '../../libs/ingest/src/reader/known-world.fixture.js';
import { readStatement } from '../../libs/ingest/src/reader/statement-reader.js';
import { outcomeOf, type Outcome } from './match-pair.js';
import type { FixtureText, Pair, Says } from './pair.js';

const names = knownNames(defaultKnowledge);

/** Whether a person's readings of both texts are there. */
export function isSaid({ a, b, oneDocument }: Pair): boolean {
  return !oneDocument && a.says !== undefined && b.says !== undefined && sourceOf(a) !== sourceOf(b);
}

/** Matches a person's readings of both texts: what remains is matching alone. */
export async function matchSays({ a, b }: Pair): Promise<Outcome> {
  const world = new KnownWorld();
  const first = await tell(world, a);
  const second = await tell(world, b);
  return outcomeOf(second ? [second] : [], new Set(first ? [first.announcementId] : []), false);
}

async function tell(world: KnownWorld, text: FixtureText) {
  await world.catchUp();
  const lang: Lang = /\p{Script=Han}/u.test(text.title) ? 'zh' : 'en';
  const coverage = {
    ...{ itemId: text.id, itemRevision: 0, sourceId: sourceOf(text), url: null, title: text.title, lang },
    publishedAt: dayStart(text.at, WIC_TZ),
  };
  const reading = readingOf(text.says!, text, lang);
  const order = await readStatement(
    { key: `${reading.kind}:${reading.activity?.id ?? ''}:${reading.phase ?? ''}`, reading, rules: [] },
    { coverage, extractor: '1', editedAt: reading.announcedAt, rereading: false },
    { known: world, names, touched: new Set(), statements: 1 },
  );
  if (order !== null) world.carryOut(order);
  return order;
}

function readingOf(says: Says, { title, at }: FixtureText, lang: Lang): Reading {
  const { kind, activity, phase, place, people = [], organisations = [] } = says;
  return {
    ...{ kind, phase, title: { [lang]: title }, summary: null, theme: null, confidence: 0.9, evidence: [] },
    activity: activity === null ? null : activityOf(activity),
    ...{ announcedAt: dayStart(at, WIC_TZ), announcedAtBasis: 'source', announcedAtPrecision: 'day' },
    ...{ announcedAtRaw: null, happens: happensOf(says), organisations },
    place: place === undefined ? null : { name: place, country: 'CN' },
    people: people.map((name) => ({ name, role: null })),
  };
}

function activityOf(key: string): Reading['activity'] {
  return { id: key.replace('?', ''), title: {}, known: !key.startsWith('?') };
}

function happensOf({ happens }: Says): Reading['happens'] {
  return happens ? { start: happens[0], end: happens[1], precision: 'day', tz: WIC_TZ } : null;
}

function sourceOf(text: FixtureText): string {
  return text.source ?? text.id;
}
