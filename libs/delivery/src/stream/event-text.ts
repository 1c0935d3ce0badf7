import type { PublicEvent } from '#projections';

interface Encoded {
  json: string;
  frame?: Buffer;
}

/** Encoded once an event, however many clients are sent it. */
const encoded = new WeakMap<PublicEvent, Encoded>();

/** An event as one line of JSON: what followers read, on every way out. */
export function jsonOf(event: PublicEvent): string {
  return encode(event).json;
}

/** An event in the event stream format: its id is the position to resume from. */
export function frameOf(event: PublicEvent): Buffer {
  const entry = encode(event);
  return (entry.frame ??= Buffer.from(
    `id: ${event.position}\nevent: ${event.type}\ndata: ${entry.json}\n\n`,
  ));
}

function encode(event: PublicEvent): Encoded {
  let entry = encoded.get(event);
  if (!entry) encoded.set(event, (entry = { json: stringify(event) }));
  return entry;
}

function stringify({ type, position, announcedAt, recordedAt, backfill, data }: PublicEvent): string {
  return JSON.stringify({ type, position, announcedAt, recordedAt, backfill, data });
}
