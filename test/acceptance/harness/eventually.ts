import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until `look` gives something true; throws after `withinMs`, saying what it saw last. */
export async function eventually<Found>(
  look: () => Found | Promise<Found>,
  { withinMs = 10_000, everyMs = 50, what = 'what was waited for' } = {},
): Promise<NonNullable<Found>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}.`);
    await sleep(everyMs);
  }
}
