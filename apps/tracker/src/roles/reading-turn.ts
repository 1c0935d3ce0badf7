import type { Leases } from '#platform';

const TURN = 'reading-turn';

/**
 * Reads one item when nobody else in any process is reading one: the reader and a re-reading take turns, so that
 * each sees what the other decided.
 */
export async function inTurn<Result>(
  leases: Leases,
  signal: AbortSignal,
  read: () => Promise<Result>,
): Promise<Result> {
  const turn = await leases.hold(TURN, signal);
  try {
    return await read();
  } finally {
    await turn.release();
  }
}
