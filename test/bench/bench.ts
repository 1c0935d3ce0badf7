import { parseArgs } from 'node:util';
import { machine } from './harness/machine.js';
import { broken, tableOf, verdictOf, type Line } from './harness/report.js';
import { BenchServer } from './harness/server.js';
import { rowsOf } from './rows.js';
import { writeResults } from './harness/results.js';

const { values, positionals } = parseArgs({
  options: { large: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const say = (text: string) => process.stdout.write(`${text}\n`);

const server = await BenchServer.start();
try {
  const conditions = `${machine()}; Node ${process.version}; PostgreSQL: ${await server.settings()}`;
  say(conditions);
  const rows = rowsOf(server, values).filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  if (rows.length === 0) throw new Error(`No row is called ${positionals.join(' or ')}.`);
  const lines: Line[] = [];
  for (const row of rows) {
    const start = performance.now();
    const measured = await row.run().catch((error: unknown) => [broken(row, error)]);
    say(`\n${row.name} (${Math.round((performance.now() - start) / 1000)} s)\n${tableOf(measured)}`);
    lines.push(...measured);
  }
  if (positionals.length === 0 && !values.quick) writeResults(conditions, lines);
  const failed = lines.filter((line) => verdictOf(line) === 'FAILED');
  if (failed.length > 0) say(`\nFAILED: ${failed.map(({ what }) => what).join('; ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await server.stop();
}
