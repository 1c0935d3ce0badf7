import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { tableOf, type Line } from './report.js';

const FILE = resolve(import.meta.dirname, '../../../docs/benchmarks.md');
const BEGIN = '<!-- results: written by npm run bench -->';

/** Puts the results at the end of docs/benchmarks.md, in place of those before them. */
export function writeResults(conditions: string, lines: readonly Line[]): void {
  const [words] = readFileSync(FILE, 'utf8').split(BEGIN);
  writeFileSync(FILE, `${words}${BEGIN}\n\nMeasured on ${conditions}.\n\n${tableOf(lines)}\n`);
}
