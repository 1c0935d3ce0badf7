import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PostgresDatabase } from '../database/postgres.database.js';
import { processesIn } from './server-processes.js';
import { ask, cleanUp, end, newDirectory, postmasterOf, startTracker, tracker } from './trackers.fixture.js';

jest.setTimeout(90_000); // real servers are made, killed and recovered here

const NOBODY = { uid: 65534, gid: 65534 };

/** A data directory that was used before and shut down, to be copied: making one takes a second or more. */
let used = '';

beforeAll(async () => {
  used = join(mkdtempSync(join(tmpdir(), 'wic-embedded-')), 'data');
  const { child } = await tracker(used);
  await end(child, 'stop');
});
afterAll(() => rmSync(join(used, '..'), { recursive: true, force: true }));

function usedDirectory(): string {
  const dataDir = newDirectory();
  execFileSync('cp', ['-a', used, dataDir]);
  return dataDir;
}

afterEach(cleanUp);

describe('EmbeddedDatabase', () => {
  it('is PostgreSQL in UTF-8 that keeps what is committed, without any locale set', async () => {
    const dataDir = newDirectory();
    const { child, answer } = await tracker(dataDir);
    const [row] = await ask(
      answer.url,
      `SELECT current_setting('server_encoding') encoding, length('世界互联网大会') n,
      current_setting('fsync') fsync, current_setting('full_page_writes') pages,
      current_setting('synchronous_commit') commit, current_setting('listen_addresses') listening`,
    );
    expect(row).toEqual({ encoding: 'UTF8', n: 7, fsync: 'on', pages: 'on', commit: 'on', listening: '' });
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    await ask(answer.url, "CREATE TABLE kept AS SELECT '乌镇' AS place");
    await end(child, 'stop');
    expect(processesIn(join(dataDir, 'postgres'))).toEqual([]);

    const again = await tracker(dataDir);
    expect(await ask(again.answer.url, 'SELECT * FROM kept')).toEqual([{ place: '乌镇' }]);
    await end(again.child, 'stop');
  });

  it('tells a second tracker who has the directory, and leaves the first alone', async () => {
    const dataDir = usedDirectory();
    const first = await tracker(dataDir);
    const second = await tracker(dataDir);
    expect(second.answer.error).toContain(`Another tracker (process ${first.child.pid}) already uses`);
    expect(second.answer.error).toContain('DATA_DIR');
    expect(await ask(first.answer.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it.each(['the tracker', 'both'])('is ready within ten seconds after kill -9 of %s', async (victims) => {
    const dataDir = usedDirectory();
    const { child, answer } = await tracker(dataDir);
    await ask(answer.url, 'CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 50000)');
    const orphan = postmasterOf(dataDir);
    await end(child, 'SIGKILL');
    if (victims === 'both') process.kill(orphan, 'SIGKILL');
    else expect(await ask(answer.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);

    const next = await tracker(dataDir);
    expect(next.answer.error).toBeUndefined();
    expect(next.answer.ms).toBeLessThan(10_000);
    expect(postmasterOf(dataDir)).not.toBe(orphan);
    expect(await ask(next.answer.url, 'SELECT count(*) n FROM kept')).toEqual([{ n: '50000' }]);
    await end(next.child, 'stop');
  });

  it('brings a killed server back under the same URL while the tracker runs', async () => {
    const dataDir = usedDirectory();
    const { child, answer } = await tracker(dataDir);
    const database = new PostgresDatabase(answer.url, { max: 2 });
    await database.query('CREATE TABLE kept AS SELECT 1 AS n');
    const killed = postmasterOf(dataDir);
    const running = database.query('SELECT pg_sleep(60)').catch(() => 'cut');
    await sleep(50);
    process.kill(killed, 'SIGKILL');
    const deadline = Date.now() + 10_000;
    let rows: object[] | null = null;
    while (rows === null && Date.now() < deadline) {
      rows = await database.query('SELECT * FROM kept').catch(() => sleep(50).then(() => null));
    }
    expect(rows).toEqual([{ n: 1 }]);
    expect(await running).toBe('cut');
    expect(postmasterOf(dataDir)).not.toBe(killed);
    await database.close();
    await end(child, 'stop');
    expect(processesIn(join(dataDir, 'postgres'))).toEqual([]);
  });

  it('starts where the first start was killed half-way, and with its password lost', async () => {
    const dataDir = newDirectory();
    const child = startTracker(dataDir);
    while (!existsSync(join(dataDir, 'postgres.new/PG_VERSION'))) await sleep(5);
    await end(child, 'SIGKILL');
    const second = await tracker(dataDir);
    expect(second.answer.error).toBeUndefined();
    await end(second.child, 'stop');
    rmSync(join(dataDir, 'postgres.password'));
    const third = await tracker(dataDir);
    expect(await ask(third.answer.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('says how to bring over a directory of another major version, and what else is wrong with one', async () => {
    const dataDir = usedDirectory();
    const { child } = await tracker(dataDir);
    await end(child, 'stop');
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    const { error } = (await tracker(dataDir)).answer;
    for (const part of ['PostgreSQL 17', 'PostgreSQL 18', 'wic backup', 'wic restore'])
      expect(error).toContain(part);
    rmSync(join(dataDir, 'postgres/PG_VERSION'));
    expect((await tracker(dataDir)).answer.error).toContain('is not a PostgreSQL cluster');
    expect((await tracker(join(dataDir, 'tracker.lock'))).answer.error).toContain('it is a file');
  });

  it('works where the path is too long for a socket', async () => {
    const dataDir = join(newDirectory(), 'x'.repeat(120));
    const { child, answer } = await tracker(dataDir);
    expect(await ask(answer.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await end(child, 'stop');
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('runs for root behind a directory that only root may enter', async () => {
    const dataDir = newDirectory();
    chmodSync(join(dataDir, '..'), 0o700);
    const { child, answer } = await tracker(dataDir);
    expect(await ask(answer.url, 'SELECT count(*) > 0 AS has FROM pg_timezone_names')).toEqual([
      { has: true },
    ]);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    await end(child, 'stop');
  });

  asRoot('runs for a plain user, who is told what to do about a directory of somebody else', async () => {
    const parent = newDirectory();
    chmodSync(join(parent, '..'), 0o777);
    const { child, answer } = await tracker(parent, NOBODY);
    expect(await ask(answer.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    expect(statSync(join(parent, 'postgres')).uid).toBe(NOBODY.uid);
    await end(child, 'stop');
    const foreign = newDirectory();
    const refused = (await tracker(foreign, NOBODY)).answer.error;
    expect(refused).toContain(foreign);
    expect(refused).toContain('set DATA_DIR');
  });
});
