import type { CommandBus } from '@nestjs/cqrs';
import { ActHandler, type Act } from '#commands';
import { PgEventStore } from '#event-store';
import { defaultKnowledge } from '#extraction';
import { extractorOf, Poller } from '#ingest';
import { GuardedHttp, PgArchive, PostgresDatabase } from '#platform';
import { PollLoop } from '../../../../apps/tracker/src/roles/poll-loop.js';
import { PollRunner } from '../../../../apps/tracker/src/roles/poll-runner.js';
import { answer, peakMemory } from '../../harness/child.js';

/** How one round went. */
export interface Polled {
  seconds: number;
  /** The most it ever was, in bytes. */
  memory: number;
  /** The most it was before the first poll. */
  before: number;
}

const [, , url = ''] = process.argv;
const database = new PostgresDatabase(url, { max: 20 });
const store = new PgEventStore(database);
const acting = new ActHandler(store);
const poller = new Poller({
  database,
  http: new GuardedHttp({ allow: ['127.0.0.0/8'] }),
  archive: new PgArchive(database),
  extractor: extractorOf(defaultKnowledge),
  clock: () => new Date().toISOString(),
  random: Math.random,
});
const commands = { execute: (act: Act) => acting.execute(act) } as unknown as CommandBus;
const logger = { warn: (about: object, text: string) => process.stderr.write(`${text} ${String(about)}\n`) };
const loop = new PollLoop({ poller, runner: new PollRunner(poller, commands), logger } as never);

/** What loads TypeScript is in it, which the compiled program has not. */
const before = peakMemory();

/** All that the program does from one wake-up until nothing is due. */
answer<object, Polled>(async () => {
  const start = performance.now();
  await loop.wake();
  await loop.idle();
  return { seconds: (performance.now() - start) / 1000, memory: peakMemory(), before };
});
