import type { Match, Reading } from '#domain';
import type { KnownAnnouncement } from '../reader/known-announcements.port.js';
import { judge, type Verdict } from './judge.js';
import type { KnownNames } from './known-names.js';

/** What a statement turned out to be: a known announcement or a new one, with the rule and score that say so. */
export type Decision =
  ({ outcome: 'same'; announcement: KnownAnnouncement } & Match) | ({ outcome: 'new' } & Match);

export interface DecideOptions {
  names: KnownNames;
  /** Announcements that a person told apart from this item. */
  forbidden: readonly string[];
  /** Announcements that earlier statements of the same document are: only their activity can join them. */
  sameDocument: ReadonlySet<string>;
  /** The item that says it: what it said of a candidate before tells more than what others made of that since. */
  itemId?: string;
}

interface Judged {
  announcement: KnownAnnouncement;
  verdict: Verdict;
}

const NOTHING: Match = { rule: 'nothing alike is known', score: 0 };

/**
 * Decides which of the candidates a statement is, if any. Pure. The surest wins; among equals the first, so
 * that an announcement the item already covers, given first, keeps its statement.
 */
export function decide(
  reading: Reading,
  candidates: readonly KnownAnnouncement[],
  { names, forbidden, sameDocument, itemId }: DecideOptions,
): Decision {
  const verdictOn = ({ state, reports }: KnownAnnouncement): Verdict => {
    const verdict = judge(reading, state, names);
    const before = itemId === undefined ? undefined : reports?.[itemId];
    return before === undefined || verdict.same ? verdict : asBefore(judge(reading, before, names), verdict);
  };
  const judged = candidates
    .filter(({ id, state }) => state.status !== 'merged' && !forbidden.includes(id))
    .map((announcement) => ({ announcement, verdict: verdictOn(announcement) }));
  const best = surest(
    judged.filter(({ announcement, verdict }) => verdict.same && !told(announcement, verdict, sameDocument)),
  );
  if (best === null) return { outcome: 'new', ...matchOf(surest(judged)?.verdict ?? NOTHING) };
  return { outcome: 'same', announcement: best.announcement, ...matchOf(best.verdict) };
}

function asBefore(before: Verdict, verdict: Verdict): Verdict {
  return before.same ? { ...before, rule: `${before.rule}, as the item said before` } : verdict;
}

/** Two statements of one text are two announcements unless they are about one activity. */
function told(
  announcement: KnownAnnouncement,
  { rule }: Verdict,
  sameDocument: ReadonlySet<string>,
): boolean {
  return sameDocument.has(announcement.id) && rule.startsWith('alike in words');
}

function surest(judged: readonly Judged[]): Judged | null {
  return judged.reduce<Judged | null>(
    (best, one) => (best === null || one.verdict.score > best.verdict.score ? one : best),
    null,
  );
}

function matchOf({ rule, score }: Match): Match {
  return { rule, score };
}
