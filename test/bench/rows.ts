import type { Row } from './harness/report.js';
import type { BenchServer } from './harness/server.js';
import { appendAgainstEmmett, appendAgainstInsert } from './rows/append.row.js';

/** Every row there is, in the order of the report. `large`: also a log of a million events. */
export function rowsOf(server: BenchServer, _options: { large: boolean }): Row[] {
  return [appendAgainstInsert(server), appendAgainstEmmett(server)];
}
