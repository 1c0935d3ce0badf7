import { isDeepStrictEqual } from 'node:util';
import { interleave, median, ratios } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';
import type { Asked } from '../sides/polling/feed-site.js';
import { ADDRESSES, ITEMS } from '../sides/polling/feed-text.js';
import { PollingSides, type Attempts } from '../sides/polling/sides.js';

const ROUNDS = 3;
const AT_LEAST = 0.5;
const MOST_MEMORY = 400 * 2 ** 20;

/** What one round of ours found, for the check. */
interface Round {
  asked: Asked;
  attempts: Attempts;
}

/** Polling many feeds that have nothing new, against asking for them and no more. */
export function polling(server: BenchServer, feeds: number): Row {
  return { name: 'polling', run: () => measure(server, feeds) };
}

async function measure(server: BenchServer, feeds: number): Promise<Line[]> {
  const sides = await PollingSides.open(server, feeds);
  try {
    await sides.tell({ change: 'built-anew', round: 1 });
    const first = await sides.poll();
    const lines = [
      await compare(sides, 'unchanged'),
      await compare(sides, 'built-anew'),
      await compare(sides, 'other-order'),
      await fresh(sides),
    ];
    const memory = Math.max(first.memory, ...lines.map(({ memory }) => memory));
    return [...lines.map(({ line }) => line), memoryLine(sides, memory, first.before)];
  } finally {
    await sides.close();
  }
}

type Mode = 'unchanged' | 'built-anew' | 'other-order';

let rounds = 1;

async function compare(sides: PollingSides, mode: Mode) {
  let objection: string | null = null;
  let memory = 0;
  const figures = await interleave(
    ROUNDS,
    async () => {
      const round = mode !== 'unchanged' ? ++rounds : rounds;
      await sides.tell({ change: mode === 'unchanged' ? 'built-anew' : mode, round });
      const { seconds, memory: most } = await sides.poll();
      memory = Math.max(memory, most);
      const found = { asked: await sides.asked(), attempts: await sides.attempts() };
      objection ??= objectionTo(found, mode, sides.feeds);
      return sides.feeds / seconds;
    },
    async () => {
      // with an ETag that the site never had it has everything sent
      const { seconds, statuses } = await sides.bare(mode !== 'unchanged' ? -1 : rounds);
      const status = mode !== 'unchanged' ? 200 : 304;
      if (statuses[status] !== sides.feeds) objection ??= `baseline: ${JSON.stringify(statuses)}`;
      return sides.feeds / seconds;
    },
  );
  const ratio = ratios(figures.ours, figures.baseline);
  const bare = mode !== 'unchanged' ? 'undici and rss-parser' : 'undici';
  const line: Line = {
    what: `polling ${number(sides.feeds)} feeds at ${ADDRESSES} addresses, ${WORDS[mode]}`,
    ours: spread(figures.ours, ' feeds/s'),
    baseline: `bare ${bare} ${spread(figures.baseline, ' feeds/s')}`,
    figure: spread(ratio, '×', 2),
    target: `≥ ${AT_LEAST}×`,
    met: median(ratio) >= AT_LEAST,
    gate: { passed: objection === null, says: objection ?? SAYS[mode] },
  };
  return { line, memory };
}

const WORDS: Record<Mode, string> = {
  unchanged: 'unchanged (304)',
  'built-anew': `changed (${ITEMS} items, all known, built at another time)`,
  'other-order': `changed (${ITEMS} items, all known, in another order)`,
};
const ALL_KNOWN = 'each feed sent once, nothing taken anew; one request at a time to an address';
const SAYS: Record<Mode, string> = {
  unchanged: 'each feed asked once, with its validators; one request at a time to an address',
  'built-anew': ALL_KNOWN,
  'other-order': `${ALL_KNOWN}; every item known`,
};

function objectionTo({ asked, attempts }: Round, mode: Mode, feeds: number): string | null {
  const { sources, polls, least, most } = attempts;
  const status = mode === 'unchanged' ? 304 : 200;
  const found = { ...asked, sources, polls, least, most, known: attempts.known, new: attempts.new };
  const right: typeof found = {
    ...{ requests: feeds, crowded: 0, unchanged: mode === 'unchanged' ? feeds : 0 },
    ...{ sources: feeds, polls: feeds, least: status, most: status },
    ...{ known: mode === 'other-order' ? feeds * ITEMS : 0, new: 0 },
  };
  return isDeepStrictEqual(found, right) ? null : JSON.stringify(found);
}

/** One new item in each feed, about the WIC: read, judged, archived, appended. */
async function fresh(sides: PollingSides) {
  const rates: number[] = [];
  let memory = 0;
  const before = await sides.received();
  for (let round = 0; round < ROUNDS; round += 1) {
    await sides.tell({ change: 'new-item', round: ++rounds });
    const { seconds, memory: most } = await sides.poll();
    memory = Math.max(memory, most);
    rates.push(sides.feeds / seconds);
  }
  const received = (await sides.received()) - before;
  const line: Line = {
    what: 'polling: new items about the WIC, one in each feed, until they are in the log',
    ours: spread(rates, ' items/s'),
    baseline: '–',
    figure: spread(rates, ' items/s'),
    target: 'told only',
    met: null,
    gate: {
      passed: received === ROUNDS * sides.feeds,
      says: `${number(received)} items received, of ${number(ROUNDS * sides.feeds)}`,
    },
  };
  return { line, memory };
}

function memoryLine({ feeds }: PollingSides, memory: number, before: number): Line {
  const figure = `${number(memory / 2 ** 20)} MiB`;
  return {
    what: `polling ${number(feeds)} feeds: most memory of the process, its first poll of all of them included`,
    ours: figure,
    baseline: '–',
    figure,
    target: `≤ ${MOST_MEMORY / 2 ** 20} MiB`,
    met: memory <= MOST_MEMORY,
    gate: {
      passed: true,
      says: `as the system tells it; ${number(before / 2 ** 20)} MiB before the first poll`,
    },
  };
}
