import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDataDirectory, type Layout } from './data-directory.js';
import { lockDirectory } from './directory-lock.js';

const path = process.env['PATH'];
let paths: Layout;
beforeEach(async () => {
  paths = await openDataDirectory(mkdtempSync(join(tmpdir(), 'wic-lock-')));
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(paths.directory, { recursive: true });
});

describe('lockDirectory', () => {
  it.each(['with the program flock', 'without it'])('lets one in at a time, %s', async (how) => {
    if (how === 'without it') process.env['PATH'] = '';
    const unlock = await lockDirectory(paths);
    await expect(lockDirectory(paths)).rejects.toThrow(
      `Another tracker (process ${process.pid}) already uses`,
    );
    await unlock();
    const again = await lockDirectory(paths);
    await again();
  });
});
