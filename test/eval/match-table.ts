import type { Outcome } from './match-pair.js';
import type { Label, Pair } from './pair.js';

export interface Judged {
  pair: Pair;
  outcome: Outcome;
  /** The texts were joined where they are labelled as one, and only there. */
  right: boolean;
}

/** How well pairs are told apart; a text from which nothing was read counts against recall. */
export interface Figures {
  pairs: number;
  precision: number;
  recall: number;
  /** Of the joined pairs labelled as a revision, how many led to one. */
  revisionsSeen: number;
  /** Of the joined pairs labelled the same, how many led to none. */
  repeatsSeen: number;
  /** Pairs that are told apart only because nothing was read of one text. */
  unread: number;
}

const ONE: ReadonlySet<Label> = new Set(['same', 'revision', 'same-document-twice']);

/** Matches every pair, one after the other. */
export async function judgeAll(
  pairs: readonly Pair[],
  match: (pair: Pair) => Promise<Outcome>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const pair of pairs) {
    const outcome = await match(pair);
    judged.push({ pair, outcome, right: outcome.joined === ONE.has(pair.label) });
  }
  return judged;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const one = judged.filter(({ pair }) => ONE.has(pair.label));
  const joined = judged.filter(({ outcome }) => outcome.joined);
  const hits = one.filter(({ outcome }) => outcome.joined);
  const labelled = (label: Label) => hits.filter(({ pair }) => pair.label === label);
  return {
    pairs: judged.length,
    precision: share(joined, ({ pair }) => ONE.has(pair.label)),
    recall: share(one, ({ outcome }) => outcome.joined),
    revisionsSeen: share(labelled('revision'), ({ outcome }) => outcome.revised),
    repeatsSeen: share(labelled('same'), ({ outcome }) => !outcome.revised),
    unread: judged.filter(({ pair, outcome }) => outcome.unread && !ONE.has(pair.label)).length,
  };
}

/** The pairs by what makes them hard: how many, and how many were told right. */
export function bySubject(judged: readonly Judged[]): { subject: string; pairs: number; right: number }[] {
  const subjects = [...new Set(judged.map(({ pair }) => pair.subject))].sort();
  return subjects.map((subject) => {
    const group = judged.filter(({ pair }) => pair.subject === subject);
    return { subject, pairs: group.length, right: group.filter(({ right }) => right).length };
  });
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : items.filter(holds).length / items.length;
}
