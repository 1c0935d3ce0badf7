import { foldSegments, ownerOf, type AnnouncementEvent, type Recorded } from '#domain';
import type { Projection, ViewTransaction } from '../runner/projection.js';
import { announcementIndexes, announcementTables } from './announcements.schema.js';
import { write } from './announcements-writing.js';
import { AnnouncementMemory } from './memory.js';
import { Changes } from './rows.js';
import { unfold } from './unfolding.js';

type Event = Recorded<AnnouncementEvent>;

/** How many events are folded between two writes of a batch. */
const CHUNK = 2500;

/** Dimensions whose values filters look up by a part of them. */
const NAMED = /^!?(?:activity|place|country|organisation)=/;

const HANDLES = [
  'AnnouncementPublished',
  'CoverageAdded',
  'AnnouncementRevised',
  'AnnouncementCorrected',
  'AnnouncementMerged',
  'AnnouncementSplit',
  'MatchForbidden',
  'AnnouncementWithdrawn',
  'AnnouncementProposed',
  'ProposalRejected',
] as const;

/** Announcements as announced by any date and known at any position, without folding when read. */
export const announcementsProjection: Projection = indexedBy(foldSegments);

/** The same by another fold: what a wrong fold would have written is compared in specs. */
export function indexedBy(fold: typeof foldSegments): Projection {
  return {
    name: 'announcements',
    version: 2,
    handles: HANDLES,
    tables: announcementTables,
    indexes: announcementIndexes,
    apply: (events, view) => applyAnnouncements(events as readonly Event[], view, fold),
  };
}

async function applyAnnouncements(
  events: readonly Event[],
  view: ViewTransaction,
  fold: typeof foldSegments,
): Promise<void> {
  const memory = await AnnouncementMemory.of(view);
  await memory.prepare(view, events, fold);
  const used = new Set<string>();
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < events.length; from += CHUNK) {
    const changes = new Changes();
    for (const event of events.slice(from, from + CHUNK)) take(event, memory, fold, changes, used);
    const before = writing;
    writing = write(view.tx, view.schema, changes, newTerms(changes, view));
    writing.catch(() => undefined); // thrown when it is awaited
    changes.stored();
    await before; // the database writes one chunk while the next is folded
  }
  await writing;
  memory.shrink(used, view.capacity);
}

function take(
  event: Event,
  memory: AnnouncementMemory,
  fold: typeof foldSegments,
  changes: Changes,
  used: Set<string>,
): void {
  for (const id of memory.take(event)) {
    used.add(id);
    unfold(memory.standingOf(id), fold(id, memory.knownOf(id)), event.position, changes);
  }
  if (event.type !== 'AnnouncementMerged') return;
  const { into } = event.data as { into: string };
  changes.merges.push({ position: event.position, absorbed: ownerOf(event.stream).id, into });
}

/** Terms of the looked-up dimensions that were not written before, as far as is remembered. */
function newTerms(changes: Changes, view: ViewTransaction): string[] {
  const seen = (view.memory.get('terms') as Set<string> | undefined) ?? new Set<string>();
  view.memory.set('terms', seen);
  const terms = new Set<string>();
  for (const { term } of changes.spans) {
    if (seen.has(term) || !NAMED.test(term)) continue;
    seen.add(term);
    terms.add(term.replace(/^!/, ''));
  }
  return [...terms];
}
