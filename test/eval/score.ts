import type { JudgedPair, JudgedText } from './judgement.js';

/** How well texts were read: shares from 0 to 1, and counts. */
export interface Score {
  docs: number;
  relevanceF1: number;
  falsePositives: number;
  announcementPrecision: number;
  announcementRecall: number;
  announcementF1: number;
  kindAccuracy: number;
  startExact: number;
  endExact: number;
  precisionRight: number;
  inventedDates: number;
  inventedEnds: number;
  inventedPlaces: number;
  fieldsWithoutEvidence: number;
  placeAccuracy: number;
  evidenceExact: number;
  evidenceSpans: number;
}

export function scoreOf(texts: readonly JudgedText[]): Score {
  const pairs = texts.flatMap((text) => text.pairs);
  const labels = sum(texts, ({ read }) => read.given.labels.length);
  const readings = sum(texts, ({ read }) => read.announcements.length);
  const evidence = texts.flatMap((text) => text.evidence);
  return {
    docs: texts.length,
    ...relevance(texts),
    announcementPrecision: ratio(pairs.length, readings, 1),
    announcementRecall: ratio(pairs.length, labels, 1),
    announcementF1: ratio(2 * pairs.length, readings + labels, 1),
    ...shares(pairs),
    fieldsWithoutEvidence:
      1 -
      share(
        texts.flatMap(({ proven }) => proven),
        1,
      ),
    evidenceExact: share(evidence, 1),
    evidenceSpans: evidence.length,
  };
}

function shares(pairs: readonly JudgedPair[]) {
  const of = (field: keyof JudgedPair, none: number) =>
    share(
      pairs.map((pair) => pair[field] as boolean | null),
      none,
    );
  return {
    ...{ kindAccuracy: of('kind', 1), startExact: of('start', 1), endExact: of('end', 1) },
    ...{ precisionRight: of('precision', 1), placeAccuracy: of('place', 1) },
    ...{ inventedDates: of('inventedDate', 0), inventedEnds: of('inventedEnd', 0) },
    inventedPlaces: of('inventedPlace', 0),
  };
}

function relevance(texts: readonly JudgedText[]) {
  const count = (told: boolean, is: boolean) =>
    texts.filter(({ read }) => read.relevant === told && read.given.relevant === is).length;
  const [hits, falsePositives, misses] = [count(true, true), count(true, false), count(false, true)];
  return { relevanceF1: ratio(2 * hits, 2 * hits + falsePositives + misses, 1), falsePositives };
}

/** The share of true among those that say anything; `none` where none does. */
function share(values: readonly (boolean | null)[], none: number): number {
  const said = values.filter((value) => value !== null);
  return ratio(said.filter(Boolean).length, said.length, none);
}

function ratio(part: number, whole: number, none: number): number {
  return whole === 0 ? none : part / whole;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
