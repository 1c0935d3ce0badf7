import type { JudgedPair, JudgedText } from './judgement.js';

/** One thing that was read wrong, and how much it matters. */
export interface ReadingError {
  text: string;
  what: string;
  weight: number;
}

/** What matters most comes first: what followers would be told that is not so, before what they would not be told. */
const WEIGHTS = {
  relevance: 10,
  extra: 6,
  inventedDate: 6,
  missed: 5,
  start: 4,
  kind: 3,
  end: 2,
  place: 1,
} as const;

/** Everything read wrong, the worst first: by what it is, then by how sure the reading was. */
export function readingErrors(texts: readonly JudgedText[]): ReadingError[] {
  return texts.flatMap(errorsIn).sort((a, b) => b.weight - a.weight);
}

function errorsIn({ read, pairs, missed, extra }: JudgedText): ReadingError[] {
  const { id, relevant } = read.given;
  const errors = [
    ...missed.map(({ kind, title }) => ({
      what: `missed ${kind}: ${title}`,
      weight: WEIGHTS.missed as number,
    })),
    ...extra.map(({ kind, title, confidence }) => ({
      what: `extra ${kind} (confidence ${confidence}): ${title.en ?? title.zh}`,
      weight: WEIGHTS.extra * confidence,
    })),
    ...pairs.flatMap(errorsOf),
  ];
  if (read.relevant !== relevant)
    errors.push({
      what: relevant ? 'taken for irrelevant' : 'taken for relevant',
      weight: WEIGHTS.relevance,
    });
  return errors.map((error) => ({ text: id, ...error }));
}

function errorsOf(pair: JudgedPair): { what: string; weight: number }[] {
  const { label, reading } = pair;
  const { happens, place } = reading;
  const wrong: [boolean, keyof typeof WEIGHTS, string][] = [
    [!pair.kind, 'kind', `kind ${label.kind}, read ${reading.kind}`],
    [pair.start === false, 'start', `starts ${label.eventStart}, read ${happens?.start ?? 'none'}`],
    [pair.end === false, 'end', `ends ${label.eventEnd}, read ${happens?.end ?? 'none'}`],
    [pair.inventedDate === true, 'inventedDate', `no day, read ${happens?.start}`],
    [pair.place === false, 'place', `in ${label.place}, read ${place?.name ?? 'none'}`],
  ];
  return wrong
    .filter(([is]) => is)
    .map(([, field, what]) => ({
      what: `${what}: ${label.title}`,
      weight: WEIGHTS[field] * (0.5 + reading.confidence / 2),
    }));
}
