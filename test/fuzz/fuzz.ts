import { readHostile, type HostileFigures } from '../../libs/ingest/src/parse/hostile.fixture.js';
import { ParserThread } from '../../libs/ingest/src/parse/parser-thread.js';

/*
 * Reads a large set of broken and hostile feeds, the same in every run, as a poll would, and prints what became of
 * them. Ends with 1 when any crashed, hung, gave dangerous HTML or took more memory than a tracker may have.
 *   npm run fuzz [-- <number of documents, default 6000> [<first seed, default 1>]]
 */
const count = Number(process.argv[2] ?? 6_000);
const first = Number(process.argv[3] ?? 1);
const STEP = 500;
const MOST_MEMORY_MB = 600;

const parsers = new ParserThread();
const total: HostileFigures[] = [];
let memory = 0;
const started = performance.now();
for (let seed = first; seed < first + count; seed += STEP) {
  total.push(await readHostile(seed, Math.min(seed + STEP, first + count), parsers));
  memory = Math.max(memory, process.memoryUsage().rss / 1_048_576);
  process.stderr.write(`\r${Math.min(seed + STEP - first, count)} of ${count}`);
}
await parsers.close();

const sum = (of: (figures: HostileFigures) => number) => total.reduce((all, figures) => all + of(figures), 0);
const crashes = total.flatMap((figures) => figures.crashes);
const dangerous = total.flatMap((figures) => figures.dangerous);
const hangs = sum(({ hangs }) => hangs);
process.stderr.write('\n');
console.table({
  documents: sum(({ documents }) => documents),
  'read as feeds': sum(({ read }) => read),
  'refused with a reason': sum(({ refused }) => refused),
  crashes: crashes.length,
  'hangs (over 5 s)': hangs,
  'dangerous HTML': dangerous.length,
  'holding a whole item': sum(({ whole }) => whole),
  'of these read': sum(({ wholeRead }) => wholeRead),
  'slowest, ms': Math.round(Math.max(...total.map(({ slowestMs }) => slowestMs))),
  'peak memory, MB': Math.round(memory),
  seconds: Math.round((performance.now() - started) / 1000),
});
for (const { seed, error } of crashes.slice(0, 10)) console.log(`seed ${seed}: ${error}`);
for (const seed of dangerous.slice(0, 10)) console.log(`seed ${seed}: dangerous HTML`);
process.exitCode = crashes.length + dangerous.length + hangs > 0 || memory > MOST_MEMORY_MB ? 1 : 0;
