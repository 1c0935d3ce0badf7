import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../bench/harness/tracker-process.js';
import { extractionReport } from './extraction-report.js';
import { corpusFolder, loadSeeds, loadTexts } from './labelled-text.js';
import { matchingReport } from './matching-report.js';

const say = (text: string) => process.stdout.write(`${text}\n\n`);

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Scores a tracker of its own on the labelled texts of the folder. */
async function scoreTexts(folder: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wic-eval-'));
  const tracker = await startProcess('dist/apps/tracker/src/main.js', {
    ...{ DATA_DIR: dataDir, PORT: String(await freePort()), HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    ...{ WIC_CHRONICLE: 'off', WIC_DEFAULT_SOURCES: 'off' },
  });
  try {
    say(await extractionReport(tracker.url, 'the labelled texts', loadTexts(folder)));
    const seeds = loadSeeds(folder);
    if (seeds.length > 0) say(await extractionReport(tracker.url, 'the first documents', seeds));
  } finally {
    await tracker.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const folder = corpusFolder();
if (folder === null) say('Extraction was NOT scored: WIC_CORPUS names no folder with gold.jsonl and docs/.');
else await scoreTexts(folder);
say(await matchingReport());
