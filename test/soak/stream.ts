import { parseArgs } from 'node:util';
import { startTracker } from '../acceptance/harness/tracker-process.js';
import { BenchServer } from '../bench/harness/server.js';
import { soakStream } from './stream-soak.js';

/** `npm run soak:stream`: a thousand connections to the stream, each cut and resumed while the log grows. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const [rounds, trackerKills, seed] = [Number(values.rounds), Number(values.kills), Number(values.seed)];

const server = await BenchServer.start();
const { url: databaseUrl, database } = await server.createDatabase();
await database.close();
const tracker = await startTracker({ databaseUrl });
try {
  say(`Seed ${seed}; ${await server.settings()}`);
  const begun = performance.now();
  const options = { tracker, databaseUrl, rounds, trackerKills, seed, say };
  const { wrong, ...figures } = await soakStream({ ...options, clients: 20, history: 4000 });
  say(`${JSON.stringify(figures)} in ${Math.round((performance.now() - begun) / 1000)} s`);
  say(wrong.length === 0 ? 'No gap, no double.' : `WRONG:\n${wrong.join('\n')}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await tracker.destroy();
  await server.stop();
}
