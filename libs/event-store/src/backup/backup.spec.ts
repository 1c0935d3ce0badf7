import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { collect, happening, happenings, newStream } from '../contract/contract-store.contract.js';
import { sha256 } from '../hashing/event-hash.js';
import { NO_STREAM, type StoredEvent } from '../port/event-store.port.js';
import { eventStoreMigrations } from '../postgres/event-store.migrations.js';
import { PgEventStore } from '../postgres/pg-event-store.adapter.js';
import { openLog } from '../seals/open-log.js';
import { verifyLog } from '../seals/verify-log.js';
import { readBackup, restoreBackup } from './read-backup.js';
import { writeBackup } from './write-backup.js';

const opened: { test: TestDatabase; store: PgEventStore }[] = [];
async function emptyStore(): Promise<PgEventStore> {
  const test = await createTestDatabase(eventStoreMigrations);
  const store = new PgEventStore(test.database);
  opened.push({ test, store });
  return store;
}

const TEXTS = ['乌镇峰会开幕\u0000\n“end”', 'The summit opened.'];
const archive = new Map(TEXTS.map((text) => [sha256(text), text]));
const archived = async (hash: string) => archive.get(hash) ?? null;
const item = (text: string) => happening({ type: 'ItemReceived', data: { contentHash: sha256(text) } });

let store: PgEventStore;
let lines: string[];
beforeAll(async () => {
  store = await emptyStore();
  await openLog(store);
  for (const text of [...TEXTS, ...TEXTS]) await store.append(newStream(), NO_STREAM, [item(text)]);
  await store.append(newStream(), NO_STREAM, happenings(4, { backfill: true, data: { n: 1e21, zh: '会' } }));
  lines = await collect(writeBackup(store, archived));
});
afterAll(async () => {
  for (const each of opened) {
    await each.store.close();
    await each.test.drop();
  }
});

const kept = ({ position: _, ...rest }: StoredEvent) => rest;
const replaced = (number: number, line: string) => lines.map((old, n) => (n === number - 1 ? line : old));

describe('a backup', () => {
  it('holds a header, every event, every text once, and an end', () => {
    const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
    const one = ['text', 'event'];
    const events = Array.from({ length: 6 }, () => 'event');
    expect(kinds).toEqual(['header', 'event', ...one, ...one, ...events, 'end']);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  });

  it('comes back whole into an empty log', async () => {
    const copy = await emptyStore();
    const texts: string[] = [];
    expect(await restoreBackup(copy, lines, async (text) => texts.push(text))).toBe(9);
    expect(texts).toEqual(TEXTS);
    expect((await collect(copy.readAll())).map(kept)).toEqual((await collect(store.readAll())).map(kept));
    expect((await verifyLog(copy)).digest).toBe((await verifyLog(store)).digest);
    expect(await restoreBackup(copy, [...lines, ''], async () => undefined)).toBe(0);
  });

  it('of a log that grows meanwhile ends at the head it began with', async () => {
    const growing = await emptyStore();
    await growing.append(newStream(), NO_STREAM, happenings(2));
    const backup = writeBackup(growing, archived);
    const first = await backup.next();
    await growing.append(newStream(), NO_STREAM, happenings(2));
    const rest = await collect(backup);
    expect(await collect(readBackup([String(first.value), ...rest]))).toHaveLength(2);
  });

  it('is not made without the texts it needs', async () => {
    await expect(collect(writeBackup(store, async () => null))).rejects.toThrow(sha256(TEXTS[0] ?? ''));
  });
});

describe('a damaged backup', () => {
  const change = (number: number, from: string, to: string) =>
    replaced(number, (lines[number - 1] ?? '').replace(from, to));

  it.each<[string, () => string[], number, RegExp]>([
    ['is empty', () => [], 1, /cut short/],
    ['was cut after a line', () => lines.slice(0, -1), 13, /cut short/],
    [
      'was cut within a line',
      () => replaced(12, (lines[11] ?? '').slice(0, 40)).slice(0, 12),
      12,
      /not JSON/,
    ],
    ['lacks an event', () => lines.toSpliced(9, 1), 10, /follows revision 0/],
    ['lacks the last event', () => lines.toSpliced(11, 1), 12, /tells 9 events, but there are 8/],
    ['lacks a text', () => lines.toSpliced(2, 1), 3, /whose text .* is missing/],
    ['lacks its header', () => lines.slice(1), 1, /before the header/],
    ['has an altered event', () => change(11, '会', '曾'), 11, /does not match its hash/],
    ['has an altered text', () => change(3, '乌镇', '乌真'), 3, /does not match its hash/],
    ['has an altered flag', () => change(11, '"backfill":true', '"backfill":false'), 13, /another digest/],
    [
      'has an event turned round',
      () => lines.toSpliced(9, 2, lines[10] ?? '', lines[9] ?? ''),
      10,
      /follows revision/,
    ],
    [
      'has a member of its own',
      () => change(4, '"kind":"event"', '"kind":"event","x":1'),
      4,
      /not of a backup/,
    ],
    ['is of another format', () => change(1, '"formatVersion":1', '"formatVersion":2'), 1, /tells format 2/],
    ['goes on after its end', () => [...lines, lines[1] ?? ''], 14, /after the end/],
  ])('%s: the error names the line', async (_case, damaged, number, reason) => {
    const reading = collect(readBackup(damaged()));
    await expect(reading).rejects.toMatchObject({ name: 'BackupError', line: number });
    await expect(reading).rejects.toThrow(reason);
  });
});
