import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { hasDatabase, runningDatabaseUrl } from './running-database.js';
import { ask, cleanUp, end, newDirectory, tracker } from './trackers.fixture.js';

jest.setTimeout(60_000); // a real server is made here

afterEach(cleanUp);

describe('runningDatabaseUrl', () => {
  it('reaches the server of a running tracker, of a killed one, and is null once it stopped', async () => {
    const dataDir = newDirectory();
    expect(await hasDatabase(dataDir)).toBe(false);
    const first = await tracker(dataDir);
    const url = await runningDatabaseUrl(dataDir);
    expect(await ask(url!, 'SELECT current_database() AS name')).toEqual([{ name: 'wic' }]);

    await end(first.child, 'SIGKILL');
    expect(await runningDatabaseUrl(dataDir)).toBe(url);

    const second = await tracker(dataDir);
    await end(second.child, 'stop');
    expect(await runningDatabaseUrl(dataDir)).toBeNull();
    expect(await hasDatabase(dataDir)).toBe(true);
  });

  it('is null where no tracker ever was', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'wic-empty-'));
    expect(await runningDatabaseUrl(join(empty, 'missing'))).toBeNull();
    rmSync(empty, { recursive: true });
  });
});
