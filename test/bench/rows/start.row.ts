import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import { startProcess, type TrackerProcess } from '../harness/tracker-process.js';
import type { ViewsSide } from '../sides/views.js';

const PROGRAM = 'dist/apps/tracker/src/main.js';
const NPM_START = 'scripts/start.mjs';
const ROOT = resolve(import.meta.dirname, '../../..');
const STARTS = 3;
const IDLE_MS = 5000;
const MIB = 2 ** 20;

/** From the start of the process until it is ready, over a log it has started on before. */
export function start(log: () => Promise<ViewsSide>): Row {
  return { name: 'start', run: async () => measure(await log()) };
}

async function measure(side: ViewsSide): Promise<Line[]> {
  // npm start would install what is missing, under a bench that runs from the same packages
  if (!existsSync(join(ROOT, 'node_modules/.installed'))) throw new Error('Run npm start once before.');
  await side.ensureBuilt();
  const directory = mkdtempSync(join(tmpdir(), 'wic-bench-data-'));
  const place = { DATA_DIR: directory, DATABASE_URL: side.test.url, PORT: '0' };
  const env = { ...place, WIC_CHRONICLE: 'off', WIC_DEFAULT_SOURCES: 'off', LOG_LEVEL: 'warn' };
  try {
    await (await startProcess(NPM_START, env)).stop(); // compiles what changed, brings the schema up to date
    const program: number[] = [];
    const npm: number[] = [];
    const memory: number[] = [];
    let gate: Line['gate'] = { passed: true, says: '' };
    for (let round = 0; round < STARTS; round += 1) {
      const tracker = await startProcess(PROGRAM, env);
      program.push(tracker.readyMs);
      if (gate.passed) gate = await check(tracker, side);
      await sleep(IDLE_MS);
      memory.push(tracker.memory() / MIB);
      await tracker.stop();
      const started = await startProcess(NPM_START, env);
      npm.push(started.readyMs);
      await started.stop();
    }
    const what = `${number(side.events)} events, warm, database apart`;
    return [
      line(`start to ready, ${what}`, program, 'ms', 3000, gate),
      line(`npm start to ready, ${what}`, npm, 'ms', 5000, gate),
      line(`idle memory of the process, ${what}`, memory, 'MiB', 250, gate),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function line(what: string, values: number[], unit: string, most: number, gate: Line['gate']): Line {
  const figure = median(values);
  return {
    what,
    ours: spread(values, ` ${unit}`),
    baseline: '–',
    figure: `${number(figure)} ${unit}`,
    target: `≤ ${number(most)} ${unit}`,
    met: figure <= most,
    gate,
  };
}

/** Ready means: it answers with what the log holds. */
async function check({ url }: TrackerProcess, side: ViewsSide): Promise<Line['gate']> {
  const answer = await fetch(`${url}/v1/announcements?limit=1`);
  const body = (await answer.json()) as { data?: unknown[]; total?: number };
  const expected = Math.min(side.announcements, 10_000);
  if (answer.status === 200 && body.total === expected)
    return { passed: true, says: `answers with ${number(expected)} announcements as soon as it is ready` };
  return { passed: false, says: `answered ${answer.status} with ${body.total} announcements of ${expected}` };
}
