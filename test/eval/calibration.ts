import type { JudgedText } from './judgement.js';

/** Readings of about one confidence, and how many of them are right. */
export interface Bucket {
  from: number;
  to: number;
  readings: number;
  right: number;
}

const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Whether confidence tells the truth: a reading is right where its kind is and, where the label has a day, its day. */
export function calibrate(texts: readonly JudgedText[]): Bucket[] {
  const judged = texts.flatMap(({ pairs, extra }) => [
    ...pairs.map(({ reading, kind, start }) => ({
      confidence: reading.confidence,
      right: kind && start !== false,
    })),
    ...extra.map(({ confidence }) => ({ confidence, right: false })),
  ]);
  return BOUNDS.slice(0, -1).map((from, at) => {
    const to = BOUNDS[at + 1]!;
    const within = judged.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    return { from, to, readings: within.length, right: within.filter(({ right }) => right).length };
  });
}
