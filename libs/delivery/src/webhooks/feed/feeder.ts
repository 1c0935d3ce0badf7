import { comparePositions } from '#domain';
import { fence, type Lease, type Sql } from '#platform';
import { EVENT_SCOPES, type PublicEvent } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import { matches } from '../../filter/event.filter.js';
import { addToBacklog, type BacklogEntry } from '../backlog.queries.js';
import { LIVE_LANE, type Endpoint } from '../endpoint.js';
import { allEndpoints } from '../endpoint.queries.js';
import { applyChange } from './endpoint-changes.js';
import { endQuarantine, moveFeed, openFeed, readFeed, type FeedState } from './feed.queries.js';
import { WEBHOOK_TYPES, webhookEventOf } from './webhook-event.js';

interface FeedPage {
  events: PublicEvent[];
  next: string;
  /** Whether what matches is sent; not while a restored log is read. */
  sends: boolean;
  endsQuarantine: boolean;
}

export interface Fed {
  /** Whether the log may hold more to feed just now. */
  moved: boolean;
  /** Webhooks that got something to do. */
  webhooks: Set<string>;
  endedQuarantine: boolean;
}

const PAGE = 500;
const SCOPES = EVENT_SCOPES.filter((scope) => scope !== 'admin');
const IDLE: Fed = { moved: false, webhooks: new Set(), endedQuarantine: false };

/**
 * Feeds the next page of the log into the backlog: in one fenced transaction it applies what the log says of
 * webhooks, notes who is to be sent which event, and moves the checkpoint. Either all of it happened or nothing.
 */
export async function feedPage(ports: DeliveryPorts, lease: Lease): Promise<Fed> {
  const feed = await currentFeed(ports);
  const page = await readPage(ports, feed);
  if (page.next === feed.position && !page.endsQuarantine) return IDLE;
  return ports.database.transaction(async (tx) => {
    await fence(tx, lease);
    const locked = await readFeed(tx, 'FOR UPDATE');
    if (JSON.stringify(locked) !== JSON.stringify(feed)) return { ...IDLE, moved: true };
    const webhooks = await takeIn(ports, tx, page);
    await moveFeed(tx, page.next);
    if (page.endsQuarantine) await endQuarantine(tx, feed.quarantine!.reason);
    return { moved: true, webhooks, endedQuarantine: page.endsQuarantine };
  });
}

async function currentFeed(ports: DeliveryPorts): Promise<FeedState> {
  let feed = await readFeed(ports.database);
  if (feed !== null && feed.logId !== (await ports.log.logId()))
    throw new Error(
      `The backlog of webhooks belongs to another log (${feed.logId}). Start with the log it was fed from, ` +
        'or with an empty database.',
    );
  if (feed === null) {
    await openFeed(ports.database, ports.log);
    feed = (await readFeed(ports.database))!;
  }
  return feed;
}

async function readPage(
  { log }: DeliveryPorts,
  { position: after, quarantine }: FeedState,
): Promise<FeedPage> {
  if (quarantine === null) {
    const { events, next } = await log.page({ after, limit: PAGE, scopes: SCOPES });
    return { events, next, sends: true, endsQuarantine: false };
  }
  const types = Object.keys(WEBHOOK_TYPES);
  const page = await log.page({ after, limit: PAGE, types, scopes: SCOPES });
  const ends = comparePositions(page.next, quarantine.to) >= 0 || comparePositions(after, quarantine.to) >= 0;
  const events = page.events.filter(({ position }) => comparePositions(position, quarantine.to) <= 0);
  const next = !ends ? page.next : comparePositions(after, quarantine.to) > 0 ? after : quarantine.to;
  return { events, next, sends: false, endsQuarantine: ends };
}

async function takeIn(ports: DeliveryPorts, tx: Sql, page: FeedPage): Promise<Set<string>> {
  const touched = new Set<string>();
  const entries: BacklogEntry[] = [];
  const flush = async () => {
    await addToBacklog(tx, entries, ports.clock.now());
    for (const { webhookId } of entries.splice(0)) touched.add(webhookId);
  };
  let endpoints = await allEndpoints(tx);
  for (const event of page.events) {
    if (page.sends) entries.push(...wantedBy(endpoints, event));
    const change = webhookEventOf(event);
    if (change === null) continue;
    await flush(); // before it: enabling may forget what was missed until then
    const at = new Date(event.recordedAt);
    await applyChange(tx, { ...change, position: event.position, at, sends: page.sends }, ports.secrets);
    touched.add(change.webhookId);
    endpoints = await allEndpoints(tx);
  }
  await flush();
  return touched;
}

/** Entries for every webhook whose filter, as it stood at this event, takes it; a disabled one collects too. */
function wantedBy(endpoints: readonly Endpoint[], event: PublicEvent): BacklogEntry[] {
  return endpoints
    .filter(({ settings }) => matches(settings.filter, event))
    .map(({ webhookId }) => ({ webhookId, lane: LIVE_LANE, position: event.position, subject: null }));
}
