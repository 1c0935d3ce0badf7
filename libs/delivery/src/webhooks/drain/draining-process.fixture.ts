import { PostgresDatabase, GuardedHttp, PgLeases, PgSecrets, WakeUps } from '#platform';
import { SystemClock } from '../../clock.js';
import { MemoryLog } from '../../memory-log.fixture.js';
import { eventAt } from '../../public-event.fixture.js';
import { KEYRING } from '../keyring.fixture.js';
import { drain } from './drain.js';
import { DrainParts } from './drain-parts.js';

/** A process that drains a webhook of the database it is given until it is killed or done. */
const [url, webhookId, events] = process.argv.slice(2) as [string, string, string];

class NoWakeUps extends WakeUps {
  async wake() {}
  async every() {}
  async work() {
    return async () => undefined;
  }
  async ping() {}
  async close() {}
}

const database = new PostgresDatabase(url);
const log = new MemoryLog();
for (let position = 1; position <= Number(events); position += 1) log.add(eventAt(position));
const ports = {
  database,
  leases: new PgLeases(database, { ttlMs: 1500 }),
  wakeUps: new NoWakeUps(),
  outbound: new GuardedHttp({ allow: ['127.0.0.0/8'] }),
  secrets: new PgSecrets(database, KEYRING),
  log,
  clock: new SystemClock(),
  execute: async () => undefined,
};
const parts = new DrainParts(ports);
for (let wait: number | null = 0; wait !== null;) {
  await new Promise((resolve) => setTimeout(resolve, Math.min(wait!, 50)));
  // a machine under load may lose the lease: like any worker, come back
  wait = await drain(parts, webhookId, new AbortController().signal).catch(() => 50);
}
await database.close();
process.disconnect?.();
