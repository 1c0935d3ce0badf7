import { fence, type Lease } from '#platform';
import type { DeliveryPorts } from '../../delivery-ports.js';
import { addToBacklog } from '../backlog.queries.js';
import { findEndpoint } from '../endpoint.queries.js';
import { replayPage } from './replay-page.js';
import { moveReplay, replaysWithRoom, type Replay } from './replay.queries.js';

/**
 * Brings running replays on by a page each where their lane has room. Entries and cursor commit together.
 * Returns the webhooks that got something to do.
 */
export async function expandReplays(ports: DeliveryPorts, lease: Lease): Promise<Set<string>> {
  const woken = new Set<string>();
  for (const replay of await replaysWithRoom(ports.database))
    if ((await expand(ports, lease, replay)) > 0) woken.add(replay.webhookId);
  return woken;
}

async function expand(ports: DeliveryPorts, lease: Lease, replay: Replay): Promise<number> {
  const { database, log, clock } = ports;
  const endpoint = await findEndpoint(database, replay.webhookId);
  if (endpoint === null) return 0;
  const page = await replayPage(log, database, replay, endpoint.settings.filter);
  const { webhookId, replayId: lane } = replay;
  const entries = page.events.map((event) => ({ webhookId, lane, ...event }));
  return database.transaction(async (tx) => {
    await fence(tx, lease);
    const missingOnly = replay.mode === 'missing';
    const added = await addToBacklog(tx, entries, clock.now(), { missingOnly });
    await moveReplay(tx, replay.replayId, page.cursor, added);
    return added;
  });
}
