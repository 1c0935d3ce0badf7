import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../acceptance/harness/eventually.js';
import { entry, yearly } from '../acceptance/texts/news.js';
import { World, type Item } from '../acceptance/harness/world.js';

jest.setTimeout(240_000);

const KILLS = 20;
/** New items for each kill. */
const EACH = 3;
const ITEMS = KILLS * EACH;
const FIRST_YEAR = 1960;

/** A few more editions stand in the feed for each kill, so that each finds something to do. */
describe('killed while it takes in items', () => {
  let world: World;
  let source: string;

  beforeAll(async () => {
    world = await World.open();
    world.site.rss('/wire', []);
    source = await world.follow('/wire');
  });
  afterAll(() => world?.close());

  it('loses nothing and doubles nothing', async () => {
    let between = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      world.site.rss('/wire', news((kill + 1) * EACH));
      void world.poll(source).catch(() => undefined);
      if (kill % 2 === 0) await recorded(kill * EACH + 1);
      else await sleep(Math.random() * 250);
      await world.tracker.kill9();
      if (await isBetween()) between += 1;
      await timePasses();
      await world.tracker.start();
    }
    await eventually(
      () =>
        world.poll(source).then(
          () => true,
          () => false,
        ),
      {
        withinMs: 60_000,
        everyMs: 1000,
        what: 'a poll after the last start',
      },
    );
    await eventually(async () => (await world.all()).length >= ITEMS, { withinMs: 30_000, everyMs: 500 });

    const urls = (await world.log('item.received')).map(({ data }) => (data['item'] as Item).url);
    expect(urls.sort()).toEqual(
      news(ITEMS)
        .map(({ link }) => link)
        .sort(),
    );
    const published = await world.log('announcement.*');
    expect(published.map(({ type }) => type)).toEqual(Array(ITEMS).fill('announcement.published'));
    const editions = (await world.all()).map(({ activity }) => activity!.id).sort();
    expect(editions).toEqual(years(ITEMS).map((year) => `summit/${year}`));
    const job = await world.client.http.json<{ id: string }>('POST', '/v1/jobs', { body: { job: 'verify' } });
    expect(await world.jobDone(job.id)).toMatchObject({ ok: true });
    process.stderr.write(`Killed ${KILLS} times, ${between} times between the two steps.\n`);
    expect(between).toBeGreaterThan(0);
  });

  /** Whether an item stands in the log of the dead tracker that it had not read. */
  async function isBetween(): Promise<boolean> {
    const [found] = await world.database.database.query<{ unread: boolean }>(
      `SELECT (SELECT count(*) FROM log_events WHERE type = 'ItemReceived') > (SELECT count(*) FROM readings) AS unread`,
    );
    return found!.unread;
  }

  /** What a killed process held runs out by itself, after ten seconds or five minutes; here at once. */
  async function timePasses(): Promise<void> {
    const { database } = world.database;
    await database.query(`UPDATE leases SET expires_at = '-infinity'`);
    await database.query(
      `UPDATE source_schedule SET claimed_until = '-infinity' WHERE claimed_until IS NOT NULL`,
    );
  }

  const years = (count: number) => Array.from({ length: count }, (_, n) => FIRST_YEAR + n);
  const news = (count: number) => years(count).map((year) => entry(`edition-${year}`, yearly(year)));

  /** Looks until the newest item stands in the log. */
  async function recorded(count: number): Promise<void> {
    const [last] = (await world.log('item.received')).slice(-1);
    const query = { type: 'item.received', wait: 5, ...(last ? { after: last.position } : {}) };
    if ((await world.log('item.received')).length < count) await world.client.events(query);
  }
});
