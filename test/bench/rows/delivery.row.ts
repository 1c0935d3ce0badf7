import { interleave, median, ratios } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';
import { BareLoop } from '../sides/bare-loop.js';
import { DeliveriesSide } from '../sides/deliveries.js';
import { Receiver, type Dead } from '../sides/receiver.js';

const ENDPOINTS = 200;
const ROUNDS = 5;
const ISOLATED_ROUNDS = 3;
/** Bytes of a body as ours are in this load. */
const BODY = JSON.stringify({ type: 'announcement.published', data: 'x'.repeat(1800) });

/** Webhooks of 200 endpoints with a backlog, all of which answer. */
export function delivery(server: BenchServer, events: number): Row {
  return { name: 'delivery', run: () => measure(server, events) };
}

async function measure(server: BenchServer, events: number): Promise<Line[]> {
  const receiver = await Receiver.start();
  const side = await DeliveriesSide.open(server);
  const bare = new BareLoop();
  try {
    const paths = Array.from({ length: ENDPOINTS }, (_, n) => `/${n}`);
    const urls = paths.map((path, n) => `http://127.0.1.${n + 1}:${receiver.port}${path}`);
    await side.subscribe(urls);
    const all = ENDPOINTS * events;
    const objections: string[] = [];
    const { ours, baseline } = await interleave(
      ROUNDS,
      async () => {
        await side.announce(events);
        const { done } = await receiver.expect(paths, all);
        const seconds = await side.deliver(done);
        const objection = objectionOf(await receiver.tally(), events, await side.waiting());
        if (objection) objections.push(objection);
        return all / seconds;
      },
      async () => {
        const { done } = await receiver.expect(paths, all);
        const bodies = Array.from({ length: events }, () => BODY);
        return all / (await timed(() => Promise.all([bare.send(urls, bodies), done])));
      },
    );
    const shares = ratios(ours, baseline);
    const isolation = await isolated({ side, receiver, paths, events });
    return [
      {
        what: `webhook deliveries, ${ENDPOINTS} endpoints, ${number(events)} events each`,
        ours: `${spread(ours)} /s`,
        baseline: `bare undici loop ${spread(baseline)} /s`,
        figure: `${spread(shares, '', 2)}×`,
        target: '≥ 0.6×',
        met: median(shares) >= 0.6,
        gate: { passed: objections.length === 0, says: objections[0] ?? `${number(all)} a round, each once` },
      },
      isolation,
    ];
  } finally {
    await side.close();
    await bare.close();
    await receiver.stop();
  }
}

/**
 * The healthy ones' time with and without dead ones beside them: of a twentieth, by turns, one never answers and one
 * answers 500. All go to one host.
 */
async function isolated(world: {
  side: DeliveriesSide;
  receiver: Receiver;
  paths: string[];
  events: number;
}): Promise<Line> {
  const { side, receiver, paths, events } = world;
  const dead = paths.slice(0, ENDPOINTS / 20);
  const healthy = paths.slice(dead.length);
  const round = async (deadPaths: [string, Dead][]) => {
    await side.announce(events);
    const { done } = await receiver.expect(healthy, healthy.length * events, deadPaths);
    return side.deliver(done);
  };
  const without: number[] = [];
  const beside: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) without.push(await round([]));
  // afterwards: what is dead stays so, and its breaker would make later rounds easier
  const how = (n: number): Dead => (n % 2 === 0 ? 'hang' : 'fail');
  for (let n = 0; n < ISOLATED_ROUNDS; n += 1)
    beside.push(await round(dead.map((path, m) => [path, how(m)])));
  const { counts, doubles } = await receiver.tally();
  const short = healthy.filter((path) => counts.get(path) !== events).length;
  const figure = median(beside) / median(without);
  return {
    what: `healthy webhooks beside ${dead.length} dead of ${ENDPOINTS}: their time`,
    ours: `${spread(beside, ' s', 2)}`,
    baseline: `all healthy ${spread(without, ' s', 2)}`,
    figure: `${number(figure, 2)}×`,
    target: '≤ 1.15×',
    met: figure <= 1.15,
    gate: {
      passed: short + doubles === 0,
      says: `${short} healthy ones not served in full, ${doubles} doubles`,
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function objectionOf(
  { counts, doubles }: Awaited<ReturnType<Receiver['tally']>>,
  events: number,
  waiting: number,
): string | null {
  const short = [...counts.values()].filter((count) => count !== events).length;
  if (counts.size === ENDPOINTS && short + doubles + waiting === 0) return null;
  return `${counts.size} endpoints heard, ${short} of them not ${events} times, ${doubles} doubles, ${waiting} wait`;
}
