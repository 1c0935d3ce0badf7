import type { Row } from './harness/report.js';
import type { BenchServer } from './harness/server.js';
import { appendAgainstEmmett, appendAgainstInsert } from './rows/append.row.js';
import { asOf } from './rows/as-of.row.js';
import { delivery } from './rows/delivery.row.js';
import { endToEnd } from './rows/end-to-end.row.js';
import { extraction } from './rows/extraction.row.js';
import { liveSubscription } from './rows/live.row.js';
import { polling } from './rows/polling.row.js';
import { rebuild } from './rows/rebuild.row.js';
import { sse } from './rows/sse.row.js';
import { start } from './rows/start.row.js';
import { ViewsSide } from './sides/views.js';

export interface Sizes {
  /** Also a log of a million events. */
  large: boolean;
  /** Logs of a tenth, to see whether everything runs. */
  quick: boolean;
}

/** Every row there is, in the order of the report. */
export function rowsOf(server: BenchServer, { large, quick }: Sizes): Row[] {
  const unit = quick ? 1000 : 10_000;
  const [small, middle, largest] = [unit, 10 * unit, 100 * unit].map((events) => once(server, events));
  return [
    appendAgainstInsert(server),
    appendAgainstEmmett(server),
    liveSubscription(server),
    rebuild(server, middle!),
    asOf([small!, middle!, ...(large ? [largest!] : [])]),
    delivery(server, quick ? 20 : 100),
    polling(server, quick ? 1000 : 10_000),
    sse(server),
    endToEnd(server),
    extraction(),
    start(middle!),
  ];
}

/** A log made when it is first asked for. */
function once(server: BenchServer, events: number): () => Promise<ViewsSide> {
  let made: Promise<ViewsSide> | undefined;
  return () => (made ??= ViewsSide.open(server, events));
}
