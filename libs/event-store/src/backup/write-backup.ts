import { FIRST_DIGEST, nextDigest } from '../seals/digest.js';
import type { EventStore } from '../port/event-store.port.js';
import { BACKUP_FORMAT, BACKUP_VERSION, encodeLine } from './backup-line.js';

/**
 * The lines (without line feeds) of a backup of the log up to its head now, each archived text right before
 * the first item event that needs it. `archived` gives a text by its hash; a missing one throws, naming it.
 */
export async function* writeBackup(
  store: EventStore,
  archived: (contentHash: string) => Promise<string | null>,
): AsyncGenerator<string> {
  const head = await store.head();
  yield encodeLine({ kind: 'header', format: BACKUP_FORMAT, formatVersion: BACKUP_VERSION, head });
  const written = new Set<string>();
  let events = 0;
  let digest = FIRST_DIGEST;
  for await (const event of store.readAll()) {
    if (BigInt(event.position) > BigInt(head)) break;
    const hash = textHashOf(event);
    if (hash !== null && !written.has(hash)) {
      written.add(hash);
      yield encodeLine({ kind: 'text', hash, text: await textOf(hash, event.position, archived) });
    }
    digest = nextDigest(digest, event);
    events += 1;
    yield encodeLine({ kind: 'event', event });
  }
  yield encodeLine({ kind: 'end', events, texts: written.size, digest });
}

/** The hash of the archived text an event refers to, null when it refers to none. */
export function textHashOf(event: { type: string; data: unknown }): string | null {
  if (!event.type.startsWith('Item')) return null;
  const { contentHash } = (event.data ?? {}) as { contentHash?: unknown };
  return typeof contentHash === 'string' ? contentHash : null;
}

async function textOf(
  hash: string,
  position: string,
  archived: (contentHash: string) => Promise<string | null>,
): Promise<string> {
  const text = await archived(hash);
  if (text !== null) return text;
  throw new Error(
    `The archive lacks the text ${hash} of the event at position ${position}: run "wic verify".`,
  );
}
