import { dayStart } from '#domain';
import { itemIdentity, itemIdOf } from '../../libs/ingest/src/identity/item-identity.js';
import { recognise, recognised } from '../../libs/ingest/src/poll/polled-entry.js';
import { KnownWorld, type GivenItem } from '../../libs/ingest/src/reader/known-world.fixture.js';
import type { ReaderOrder } from '../../libs/ingest/src/reader/statement-reader.js';
import type { FixtureText, Pair } from './pair.js';

/** What became of the second text of a pair. */
export interface Outcome {
  /** It joined an announcement of the first. */
  joined: boolean;
  /** It changed what is known of that. */
  revised: boolean;
  /** The rule and score that decided. */
  why: string;
  /** One of the texts told nothing that could be compared. */
  unread: boolean;
}

const ZONE = 'Asia/Shanghai';

/** Reads both texts of a pair as the tracker would: recognised, extracted, matched and decided. */
export async function matchPair(pair: Pair): Promise<Outcome> {
  const world = new KnownWorld();
  if (pair.oneDocument) return inOneDocument(pair, world);
  const first = itemOf(pair.a);
  const announced = idsOf(await world.read(first));
  if (world.all().length === 0) return unread('the first text announces nothing');
  const second = seenAgain(pair, first) ?? itemOf(pair.b);
  if (second.id === first.id && second.revision === undefined)
    return { joined: true, revised: false, why: 'the same item, unchanged', unread: false };
  return outcomeOf(await world.read(second), announced, second.id === first.id);
}

/** What the orders for a second text come to, for the announcements that the first made. */
export function outcomeOf(orders: ReaderOrder[], announced: ReadonlySet<string>, sameItem: boolean): Outcome {
  if (orders.length === 0)
    return sameItem
      ? { joined: true, revised: false, why: 'the same item says nothing else', unread: false }
      : unread('the second text announces nothing');
  const joining = orders.find(({ announcementId }) => announced.has(announcementId));
  const { command } = joining ?? orders[0]!;
  const match = 'match' in command.data ? command.data.match : null;
  const why = `${command.type}${match ? `: ${match.rule} (${match.score})` : ''}`;
  const revised = joining?.command.type === 'ReviseAnnouncement';
  return { joined: joining !== undefined, revised, why, unread: false };
}

export function idsOf(orders: ReaderOrder[]): Set<string> {
  return new Set(orders.map(({ announcementId }) => announcementId));
}

async function inOneDocument({ a, b }: Pair, world: KnownWorld): Promise<Outcome> {
  const text = [a.title, a.text, b.title, b.text].join('\n\n');
  const orders = await world.read({ ...itemOf(a), title: 'World Internet Conference bulletin', text });
  if (orders.length === 0) return unread('the document announces nothing');
  return {
    joined: orders.length === 1,
    revised: false,
    why: `${orders.length} announcements`,
    unread: false,
  };
}

export function itemOf(given: FixtureText): GivenItem {
  const { title, text, at } = given;
  const sourceId = given.source ?? given.id;
  return {
    ...{ id: itemIdOf(sourceId, itemIdentity(entryOf(given)).identity), sourceId, title, text },
    ...{ url: given.url ?? null, publishedAt: dayStart(at, ZONE), publishedAtPrecision: 'day' as const },
  };
}

/** The second text as the source's next fetch recognises it: as the first item, changed or not; null: another item. */
function seenAgain({ a, b }: Pair, first: GivenItem): GivenItem | null {
  if ((a.source ?? a.id) !== (b.source ?? b.id)) return null;
  const { identity, keys } = itemIdentity(entryOf(a));
  const seen = { itemId: first.id, identity, keys, title: a.title, url: a.url ?? null };
  const before = { ...seen, fingerprint: '', relevant: true, extractor: '', goneSince: null };
  const times = { firstSeenAt: dayStart(a.at, ZONE), nextCheckAt: null };
  const [polled] = recognise(recognised([entryOf(b)], new Set()), [{ ...before, ...times }]);
  if (!polled?.known) return null;
  const changed = a.text !== b.text || a.title !== b.title;
  return { ...itemOf(b), id: first.id, ...(changed ? { revision: 1 } : {}) };
}

function entryOf({ guid, url, title, at, text }: FixtureText) {
  return {
    ...{ guid: guid ?? null, link: url ?? null, title, text },
    ...{ publishedRaw: at, updatedRaw: null },
  };
}

export function unread(why: string): Outcome {
  return { joined: false, revised: false, why, unread: true };
}
