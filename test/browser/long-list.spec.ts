import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NO_STREAM, PgEventStore, type EventStore } from '#event-store';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eventually } from '../acceptance/harness/eventually.js';
import { ROOT } from '../acceptance/harness/tracker-process.js';
import { planned } from '../bench/harness/history.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { TimelinePage } from './harness/timeline-page.js';
import type { Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(120_000);

const ANNOUNCEMENTS = 10_000;
const AT_ONCE = 50;
/** The promise is a second on a quiet machine; a busy one must not fail the run. */
const USABLE_MS = 15_000;

/** Writes ten thousand announcements into the store of a running tracker. */
async function fill(store: EventStore): Promise<void> {
  for (let from = 0; from < ANNOUNCEMENTS; from += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, n) => planned(from + n, 0, ANNOUNCEMENTS, 1));
    await Promise.all(batch.map(({ stream, event }) => store.append(stream, NO_STREAM, [event])));
  }
}

inBrowser('a list of ten thousand', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open();
    await fill(new PgEventStore(at.world.database.database));
    const whole = async () => (await at.world.client.announcements({ limit: 1 })).total === ANNOUNCEMENTS;
    await eventually(whole, { withinMs: 60_000, everyMs: 500, what: 'all announcements in the view' });
  });
  afterAll(() => at.close());

  it('is usable at once', async () => {
    const begun = performance.now();
    visit = await at.visit('/');
    const timeline = new TimelinePage(visit.page);
    await timeline.rows.first().waitFor();
    const ms = Math.round(performance.now() - begun);
    await visit.page.getByText('10,000 announcements').waitFor();
    process.stderr.write(`first view of ${ANNOUNCEMENTS} announcements: usable after ${ms} ms\n`);
    expect(ms).toBeLessThan(USABLE_MS);
  });

  it('scrolls to its end while only a screenful of rows is there', async () => {
    const { page } = visit;
    let most = 0;
    const reached = () =>
      page.evaluate<number>(
        `Math.max(...[...document.querySelectorAll('article')].map((row) => Number(row.ariaPosInSet)))`,
      );
    await eventually(
      async () => {
        await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
        most = Math.max(most, await page.locator('article').count());
        return (await reached()) === ANNOUNCEMENTS;
      },
      { withinMs: 90_000, everyMs: 30, what: 'the last announcement' },
    );
    expect(most).toBeLessThan(60);
    expect(most).toBeGreaterThan(5);
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('comes with at most 120 kB of JavaScript', () => {
    const folder = join(ROOT, 'dist/apps/web');
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const first = readdirSync(join(folder, 'assets')).filter(
      (name) => name.endsWith('.js') && html.includes(name),
    );
    const sizes = first.map((name) => gzipSync(readFileSync(join(folder, 'assets', name))).length);
    expect(first.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120 * 1024);
  });
});
