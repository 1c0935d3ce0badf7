import { isSending, LIVE_LANE, type Endpoint, type EndpointSecrets } from '../endpoint.js';
import { halt } from '../endpoint.queries.js';
import { isPaused } from '../retry/health.rule.js';
import { disableHalted, warnOfFailing } from '../halted.js';
import type { DrainParts } from './drain-parts.js';
import { DrainSession, type Load } from './drain-session.js';
import { exchange } from './exchange.js';

const HELD_ELSEWHERE_MS = 1000;

/**
 * Sends what is due of one webhook, alone among all processes by a lease, until nothing is due, attempts are
 * paused or `signal` aborts; attempts under way are finished. Returns in how many ms to come back; null: when woken.
 */
export async function drain(
  parts: DrainParts,
  webhookId: string,
  signal: AbortSignal,
): Promise<number | null> {
  const { ports } = parts;
  const lease = await ports.leases.tryHold(`webhook/${webhookId}`);
  if (lease === null) return HELD_ELSEWHERE_MS;
  try {
    const stop = AbortSignal.any([signal, lease.signal]);
    let endpoint = await parts.endpoint(webhookId);
    const maySend = () => endpoint && isSending(endpoint) && !isPaused(endpoint.health, ports.clock.now());
    while (maySend() && !stop.aborted) {
      const session = new DrainSession(ports, parts.due, lease, endpoint!, stop);
      const sent = await runSlots(parts, session, endpoint!);
      endpoint = await parts.endpoint(webhookId);
      if (!sent) break;
    }
    if (endpoint) await tellLog(ports, endpoint);
    return endpoint && isSending(endpoint) ? await comeBack(parts, endpoint) : null;
  } finally {
    await lease.release();
  }
}

/** What the log is to be told of an endpoint that was halted or comes near to it. */
async function tellLog(ports: DrainParts['ports'], { webhookId, halted, health }: Endpoint): Promise<void> {
  if (halted !== null) await disableHalted(ports, webhookId);
  else if (health.warning?.told === false) await warnOfFailing(ports, webhookId);
}

/** As many attempts at once as the endpoint takes; one where it has just failed. Whether any was made. */
async function runSlots(parts: DrainParts, session: DrainSession, endpoint: Endpoint): Promise<boolean> {
  const { ports } = parts;
  const probing = endpoint.health.trips > 0;
  const secrets = await ports.secrets.open<EndpointSecrets>(endpoint.settings.secretsRef);
  if (secrets === null) return haltWithoutSecrets(parts, endpoint);
  const logId = await parts.logId();
  let sent = 0;
  const slot = async () => {
    for (let load = await session.next(); load !== null; load = await session.next()) {
      sent += 1;
      await attempt(parts, session, { endpoint, secrets, logId }, load);
      if (probing) return;
    }
  };
  const slots = Array.from({ length: probing ? 1 : endpoint.settings.maxInFlight }, slot);
  const failed = (await Promise.allSettled(slots)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return sent > 0;
}

async function attempt(
  { ports, writer }: DrainParts,
  session: DrainSession,
  material: { endpoint: Endpoint; secrets: EndpointSecrets; logId: string },
  { rows, events }: Load,
): Promise<void> {
  try {
    const [{ lane, attempts }] = rows as [Load['rows'][number]];
    const replay = lane === LIVE_LANE ? null : lane;
    const message = { ...material, format: session.format, events, attempt: attempts + 1, replay };
    const made = await exchange(ports, message);
    const random = (ports.random ?? Math.random)();
    const held = rows.slice(0, made.included);
    const { webhookId } = material.endpoint;
    const about = { lease: session.lease, webhookId, rows: held, exchange: made, random };
    session.settle(rows, await writer.write({ ...about, ...session.told(made) }));
  } catch (error) {
    session.release(rows);
    throw error;
  }
}

async function haltWithoutSecrets({ ports }: DrainParts, { webhookId }: Endpoint): Promise<false> {
  const reason =
    'Its address and secrets are gone from this installation: set the address again, then enable it.';
  await halt(ports.database, webhookId, reason);
  return false;
}

async function comeBack({ due, ports }: DrainParts, { webhookId, health }: Endpoint): Promise<number | null> {
  const next = await due.next(webhookId);
  if (next === null) return null;
  const at = Math.max(next.getTime(), Date.parse(health.pausedUntil ?? '') || 0);
  return Math.max(at - ports.clock.now().getTime(), 0);
}
