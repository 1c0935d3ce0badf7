import { KnownWorld } from '../../libs/ingest/src/reader/known-world.fixture.js';
import { itemOf, unread, type Outcome } from './match-pair.js';
import type { FixtureText, Pair } from './pair.js';

/**
 * Reads the texts of all pairs into one world, as they were published, and says of each pair whether its texts
 * cover one announcement there: among many, a wrong one can be the likest. Pairs of one item or one document say
 * nothing here and are left out.
 */
export async function matchInCrowd(pairs: readonly Pair[]): Promise<(pair: Pair) => Promise<Outcome>> {
  const world = new KnownWorld();
  for (const text of textsOf(pairs)) await world.read(itemOf(text));
  const covered = new Map<string, Set<string>>();
  for (const { id, state } of world.all())
    for (const { itemId } of state.coverage) covered.set(itemId, (covered.get(itemId) ?? new Set()).add(id));
  return async ({ a, b }) => {
    const [some, others] = [a, b].map((text) => covered.get(itemOf(text).id));
    if (!some || !others) return unread('one of the texts announces nothing');
    const joined = [...some].some((id) => others.has(id));
    return { joined, revised: false, why: joined ? 'one announcement' : 'two announcements', unread: false };
  };
}

/** Whether the texts are two items, each of its own. */
export function isOfTwoItems({ a, b, oneDocument }: Pair): boolean {
  return !oneDocument && a.source === undefined && b.source === undefined && a.id !== b.id;
}

function textsOf(pairs: readonly Pair[]): FixtureText[] {
  const texts = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((text) => [text.id, text]));
  return [...texts.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
