import { LOG_STREAM, type LogSealed } from '#domain';
import { ChainCheck } from '../hashing/chain-check.js';
import { sha256 } from '../hashing/event-hash.js';
import { LOG_START, type EventStore, type StoredEvent } from '../port/event-store.port.js';
import { FIRST_DIGEST, nextDigest } from './digest.js';

export interface VerifyOptions {
  /** Looks up an archived text by its hash; without it the archive is not verified. */
  archived?(contentHash: string): Promise<string | null>;
  /** A digest that was noted elsewhere: the running digest up to and including `position`. */
  expectedDigest?: { position: string; digest: string };
  /** Told how many events have been verified, every 1,000. */
  onProgress?(events: number): void;
}

/** The first thing wrong with the log. */
export interface LogProblem {
  position: string;
  /** The event at that position; null when it is missing. */
  eventId: string | null;
  what: string;
}

export interface VerifyResult {
  problem: LogProblem | null;
  /** Verified before the problem, or all. */
  events: number;
  streams: number;
  seals: number;
  texts: number;
  head: string;
  /** Running digest at `head`. */
  digest: string;
}

/** Walks the log: hashes, chains, order, seals, and on request the archived texts. Stops at the first problem. */
export async function verifyLog(store: EventStore, options: VerifyOptions = {}): Promise<VerifyResult> {
  const walk = new Walk(options, await sealsByCount(store));
  for await (const event of store.readAll()) {
    const what = await walk.objectionTo(event);
    if (what !== null) return walk.result({ position: event.position, eventId: event.id, what });
  }
  return walk.result(walk.missing());
}

type Seal = LogSealed['data'];

async function sealsByCount(store: EventStore): Promise<Map<number, Seal>> {
  const seals = new Map<number, Seal>();
  for await (const event of store.readStream(LOG_STREAM))
    if (event.type === 'LogSealed') seals.set((event.data as Seal).events, event.data as Seal);
  return seals;
}

class Walk {
  private readonly chains = new ChainCheck();
  private events = 0;
  private seals = 0;
  private texts = 0;
  private head = LOG_START;
  private digest = FIRST_DIGEST;
  private expectedSeen = false;

  constructor(
    private readonly options: VerifyOptions,
    private readonly sealed: Map<number, Seal>,
  ) {}

  async objectionTo(event: StoredEvent): Promise<string | null> {
    const broken = this.chains.objectionTo(event) ?? (await this.textObjection(event));
    if (broken !== null) return broken;
    const digest = nextDigest(this.digest, event);
    const disagreeing = this.sealObjection(digest) ?? this.expectedObjection(event, digest);
    if (disagreeing !== null) return disagreeing;
    Object.assign(this, { digest, head: event.position, events: this.events + 1 });
    if (this.events % 1000 === 0) this.options.onProgress?.(this.events);
    return null;
  }

  /** What the walk should have met but did not. */
  missing(): LogProblem | null {
    const beyond = [...this.sealed.keys()].find((events) => events > this.events);
    if (beyond !== undefined)
      return this.cut(`a seal covers ${beyond} events, but the log has ${this.events}`);
    const { expectedDigest } = this.options;
    if (expectedDigest && !this.expectedSeen)
      return this.cut(`the log ends before position ${expectedDigest.position}, whose digest was given`);
    return null;
  }

  result(problem: LogProblem | null): VerifyResult {
    const { events, seals, texts, head, digest } = this;
    return { problem, events, streams: this.chains.streams, seals, texts, head, digest };
  }

  private cut(what: string): LogProblem {
    return { position: this.head, eventId: null, what };
  }

  private sealObjection(digest: string): string | null {
    const seal = this.sealed.get(this.events + 1);
    if (!seal) return null;
    if (seal.digest !== digest) return `the seal over the first ${seal.events} events has another digest`;
    this.seals += 1;
    return null;
  }

  private expectedObjection(event: StoredEvent, digest: string): string | null {
    const expected = this.options.expectedDigest;
    if (expected?.position !== event.position) return null;
    this.expectedSeen = true;
    return expected.digest === digest ? null : 'the digest up to here is not the one that was given';
  }

  private async textObjection(event: StoredEvent): Promise<string | null> {
    const { archived } = this.options;
    const { contentHash } = (event.data ?? {}) as { contentHash?: unknown };
    if (!archived || !event.type.startsWith('Item') || typeof contentHash !== 'string') return null;
    const text = await archived(contentHash);
    if (text === null) return `its text ${contentHash} is not in the archive`;
    if (sha256(text) !== contentHash) return `its text ${contentHash} in the archive was altered`;
    this.texts += 1;
    return null;
  }
}
