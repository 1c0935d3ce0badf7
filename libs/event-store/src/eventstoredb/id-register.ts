import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@eventstore/db-client';
import { EventConflictError, type StoredEvent } from '../port/event-store.port.js';
import type { ReadFrom } from './log-reader.js';
import { send } from './send.js';
import { eventOfStream, recordsOfStream } from './stream-reader.js';

/** A writer's word that an id is about to be written: at which place, and after which revision of its stream. */
export interface Claim {
  stream: string;
  revision: number;
  /** Revision the batch was to follow: once the stream has moved past it, the claim can no longer be kept. */
  after: number;
}

interface PlacedClaim extends Claim {
  at: Date;
}

/** After this time a claim whose stream stands still is given up: its writer's deadline is long past. */
const ABANDONED_MS = 60_000;
const CLAIM_TYPE = '$wic-id';

/**
 * Which place in which stream an event's id was written to. The server cannot find an event by its id, so
 * every id has a small stream of its own holding the claims made for it, the first of which is made before
 * the event is written. An id is known when the event at a claimed place bears it. A claim that did not come
 * true is dead once its stream has moved past the revision it was to follow, since writers always name the
 * exact revision; only then can another stream have the id.
 */
export class IdRegister {
  constructor(private readonly server: ReadFrom) {}

  /** The stored event under an id, null when there is none. */
  async find(id: string): Promise<StoredEvent | null> {
    for (const claim of await this.claims(id)) {
      const event = await eventOfStream(this.server, claim.stream, claim.revision);
      if (event?.id === id) return event;
    }
    return null;
  }

  /** Claims an id for a place; the stored event when the id is known already. */
  async claim(id: string, claim: Claim, notBefore: string): Promise<StoredEvent | null> {
    for (let count = 0; ;) {
      if (await this.write(id, count, claim, notBefore)) return null;
      const claims = await this.claims(id);
      const last = claims.at(-1);
      if (last && samePlace(last, claim)) return null;
      const known = await this.find(id);
      if (known) return known;
      for (const other of claims)
        if (await this.mayComeTrue(other, claim))
          throw new EventConflictError(claim.stream, beingWritten(id, other));
      count = claims.length;
    }
  }

  private async mayComeTrue(other: PlacedClaim, own: Claim): Promise<boolean> {
    if (other.stream === own.stream) return false; // both name a revision: at most one of them is written
    const end = await eventOfStream(this.server, other.stream);
    return (end?.revision ?? -1) <= other.after && Date.now() - other.at.getTime() < ABANDONED_MS;
  }

  private async claims(id: string): Promise<PlacedClaim[]> {
    const claims: PlacedClaim[] = [];
    for await (const record of recordsOfStream(this.server, this.streamOf(id))) claims.push(claimOf(record));
    return claims;
  }

  /** False when other claims stand there already. */
  private async write(id: string, count: number, claim: Claim, notBefore: string): Promise<boolean> {
    const record = {
      id: randomUUID(),
      type: CLAIM_TYPE,
      contentType: 'application/json' as const,
      data: { ...claim },
      metadata: { notBefore },
    };
    return (await send(this.server, this.streamOf(id), count - 1, [record])) !== null;
  }

  private streamOf(id: string): string {
    return `wicid-${this.server.prefix}${id}`;
  }
}

const samePlace = (a: Claim, b: Claim) =>
  a.stream === b.stream && a.revision === b.revision && a.after === b.after;

const beingWritten = (id: string, other: Claim) => `${id} is just being written to stream ${other.stream}`;

function claimOf(record: RecordedEvent): PlacedClaim {
  return { ...(record.data as unknown as Claim), at: record.created };
}
