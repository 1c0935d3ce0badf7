import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ id: string, type: string, contentType: string, data: string, metadata: string }} Proposed
 * Data and metadata are base64.
 * @typedef {Proposed & { stream: string, revision: number, position: bigint, created: string }} Entry
 * `created` in 100 ns since 1970.
 * @typedef {number | 'any' | 'exists'} Expected A revision, -1 for a stream that must not exist.
 * @typedef {{ ok: true, revision: number, position: bigint } | { ok: false, reason: 'wrong-version', current: number }
 *   | { ok: false, reason: 'overlap' } | { ok: false, reason: 'too-large' } | { ok: false, reason: 'deleted' }} Outcome
 */

export const MAX_APPEND_BYTES = 1024 * 1024;
/** How many writes back the server remembers ids for when it is not told an exact revision. */
const REMEMBERED_IDS = 100;

/** The stand-in's log: what the server decides about an append, kept in a file that survives kill -9. */
export class StandInLog {
  /** @type {Entry[]} */ entries = [];
  /** @type {Map<string, Entry[]>} */ streams = new Map();
  /** @type {Set<string>} */ tombstones = new Set();
  /** @type {Set<() => void>} */ listeners = new Set();
  /** Milliseconds added to the clock that stamps `created`; negative runs it backwards. */
  clockOffset = 0;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
    if (existsSync(file)) this.#load();
  }

  /** @param {string} stream @param {Expected} expected @param {Proposed[]} proposed @returns {Outcome} */
  append(stream, expected, proposed) {
    const bytes = proposed.reduce(
      (sum, { data, metadata }) => sum + ((data.length + metadata.length) * 3) / 4,
      0,
    );
    if (bytes > MAX_APPEND_BYTES) return { ok: false, reason: 'too-large' };
    if (this.tombstones.has(stream)) return { ok: false, reason: 'deleted' };
    const known = this.streams.get(stream) ?? [];
    const repeat =
      typeof expected === 'number' ? repeatAt(known, expected + 1, proposed) : recentRepeat(known, proposed);
    if (repeat === 'partly') return { ok: false, reason: 'overlap' };
    if (repeat) return { ok: true, revision: repeat.revision, position: repeat.position };
    const current = known.length - 1;
    if ((typeof expected === 'number' && expected !== current) || (expected === 'exists' && current < 0))
      return { ok: false, reason: 'wrong-version', current };
    return this.#write(stream, known.length, proposed);
  }

  /** @param {string} stream */
  tombstone(stream) {
    this.tombstones.add(stream);
    appendFileSync(this.file, `${JSON.stringify({ tombstone: stream })}\n`);
  }

  get head() {
    return this.entries.at(-1)?.position ?? 0n;
  }

  /** Index of the first entry at or after a position. @param {bigint} position */
  indexOf(position) {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle].position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} stream @param {number} revision @param {Proposed[]} proposed @returns {Outcome} */
  #write(stream, revision, proposed) {
    const created = String(BigInt(Date.now() + this.clockOffset) * 10_000n);
    let position = this.head;
    const entries = proposed.map((event, index) => {
      position = following(position, event);
      return { ...event, stream, revision: revision + index, position, created };
    });
    const line = JSON.stringify(entries.map((entry) => ({ ...entry, position: String(entry.position) })));
    appendFileSync(this.file, `${line}\n`);
    entries.forEach((entry) => this.#index(entry));
    this.listeners.forEach((listener) => listener());
    const first = entries[0];
    // The position answered is not that of the last event of a batch: a client must not rely on it.
    return { ok: true, revision: revision + entries.length - 1, position: first?.position ?? this.head };
  }

  #load() {
    const text = readFileSync(this.file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) writeFileSync(this.file, whole); // a write cut short by kill -9
    for (const line of whole.split('\n').filter(Boolean)) {
      const parsed = JSON.parse(line);
      if (!Array.isArray(parsed)) this.tombstones.add(parsed.tombstone);
      else parsed.forEach((entry) => this.#index({ ...entry, position: BigInt(entry.position) }));
    }
  }

  /** @param {Entry} entry */
  #index(entry) {
    this.entries.push(entry);
    const stream = this.streams.get(entry.stream);
    if (stream) stream.push(entry);
    else this.streams.set(entry.stream, [entry]);
  }
}

/** Positions are sparse and beyond what a JavaScript number can hold. @param {bigint} head @param {Proposed} event */
function following(head, event) {
  const start = head === 0n ? 2n ** 53n : head;
  return start + BigInt(57 + event.data.length + event.metadata.length);
}

/**
 * With an exact revision: ids are compared with what stands there, data never.
 * @param {Entry[]} known @param {number} from @param {Proposed[]} proposed
 */
function repeatAt(known, from, proposed) {
  const there = known.slice(from, from + proposed.length);
  const same = proposed.findIndex((event, index) => there[index]?.id !== event.id);
  if (same === -1) return there.at(-1);
  return same > 0 ? 'partly' : undefined;
}

/** Without one: only ids of recent writes are known. @param {Entry[]} known @param {Proposed[]} proposed */
function recentRepeat(known, proposed) {
  const recent = known.slice(-REMEMBERED_IDS);
  const found = recent.find((entry) => entry.id === proposed[0]?.id);
  return found && repeatAt(known, found.revision, proposed);
}
