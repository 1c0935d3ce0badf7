import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ROOT, say } from './prepare.mjs';

/** The README's pictures of the page as it was last built, in a tracker of its own with the chronicle alone. */
const FOLDER = join(ROOT, 'docs/pictures');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const READY_MS = 120_000;
/** Where the browser has no system font, those that are most like what readers have. */
const FONTS =
  'html { scrollbar-gutter: auto } :root { --sans: "Liberation Sans", "Noto Sans CJK SC", system-ui, sans-serif; }';
const PICTURES = [
  { name: 'timeline', path: '/', locale: 'en-GB', colorScheme: 'light' },
  { name: 'time-machine', path: '/?asOf=2023-11-10', locale: 'zh-CN', colorScheme: 'dark' },
];

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'wic-pictures-'));
const tracker = spawn(process.execPath, [join(ROOT, 'dist/apps/tracker/src/main.js')], {
  cwd: data,
  env: {
    ...process.env,
    ...{
      DATA_DIR: data,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      WIC_DEFAULT_SOURCES: 'off',
    },
  },
  stdio: 'ignore',
});
try {
  await ready(`http://127.0.0.1:${port}/health/ready`);
  await take(`http://127.0.0.1:${port}`);
} finally {
  const gone = new Promise((resolve) => tracker.once('exit', resolve));
  tracker.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
}

async function take(url) {
  mkdirSync(FOLDER, { recursive: true });
  const args = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  for (const { name, path, ...options } of PICTURES) {
    const page = await browser.newPage({
      ...{ viewport: { width: 1180, height: 740 }, reducedMotion: 'reduce', bypassCSP: true },
      ...options,
    });
    await page.goto(url + path);
    await page.addStyleTag({ content: FONTS });
    await page.getByRole('article').first().waitFor();
    await page.locator('path.bars[d^="M"]').waitFor({ state: 'attached' });
    await page.locator('aside button').first().waitFor();
    await page.locator('[data-state="live"]').waitFor();
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    say(`docs/pictures/${name}.png`);
  }
  await browser.close();
}

async function ready(address) {
  const until = Date.now() + READY_MS;
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (tracker.exitCode !== null || Date.now() > until) throw new Error('The tracker did not get ready.');
    await sleep(200);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
