import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { WicClient } from '#client';
import { eventually } from '../acceptance/harness/eventually.js';
import { startTracker, type TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { WebhookReceiver } from '../acceptance/harness/webhook-receiver.js';
import { yearly } from '../acceptance/texts/news.js';

jest.setTimeout(180_000);

const EVENTS = 40;
/** The tracker and its PostgreSQL by turns; many more in `npm run soak`. */
const KILLS = 10;
const PATH = '/slow';

describe('killed while it delivers', () => {
  let tracker: TrackerProcess;
  let receiver: WebhookReceiver;
  let client: WicClient;

  beforeAll(async () => {
    [tracker, receiver] = await Promise.all([startTracker(), WebhookReceiver.start()]);
    client = tracker.client();
  });
  afterAll(() => Promise.all([tracker?.destroy(), receiver?.stop()]));

  const deliveries = () => receiver.deliveries(PATH);

  it('delivers each at least once and in order, and a repeat under the same webhook-id', async () => {
    for (let n = 0; n < EVENTS; n++) {
      const { published, ...news } = yearly(1980 + n);
      await client.importDocument({ ...news, publishedAt: published });
    }
    await receiver.answer(204, 60);
    await receiver.subscribe(await tracker.newClient(), PATH, { backfill: true, from: '1970-01-01' });
    for (let kill = 0; kill < KILLS; kill++) {
      await receiver.atLeast(PATH, (await deliveries()).length + 1, 60_000);
      await receiver.trap(kill % 4 < 2 ? 'request' : 'answer');
      if (kill % 2 === 0) await tracker.kill9().then(() => tracker.start());
      else process.kill((await tracker.postmasterPid())!, 'SIGKILL');
    }
    await receiver.answer(204, 0);
    await eventually(async () => new Set((await deliveries()).map(({ id }) => id)).size >= EVENTS, {
      withinMs: 60_000,
      everyMs: 250,
    });

    const got = await deliveries();
    const expected = (await client.events({ type: 'announcement.published', limit: 500 })).data;
    expect(expected).toHaveLength(EVENTS);
    const firsts = [...new Set(got.map(({ body }) => body.position))];
    expect(firsts).toEqual(expected.map(({ position }) => position));
    expect(new Set(got.map(({ id, body }) => `${id} ${body.position}`)).size).toBe(EVENTS);
    expect(got.every(({ verified }) => verified)).toBe(true);
    expect(got.length - EVENTS).toBeLessThanOrEqual(KILLS);
    process.stderr.write(`Killed ${KILLS} times; ${got.length - EVENTS} of ${EVENTS} repeated.\n`);
  });
});
