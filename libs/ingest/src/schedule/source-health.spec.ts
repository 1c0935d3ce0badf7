import { describe, expect, it } from '@jest/globals';
import type { Recorded, SourceEvent } from '#domain';
import { feed, item, PollingWorld } from '../poll/polling-world.fixture.js';
import { applySourceEvent } from './schedule-from-events.js';

const world = PollingWorld.around();
const happened = (type: string, reason: string) =>
  applySourceEvent(
    world.poller.schedule,
    's1',
    { type, data: { reason }, recordedAt: world.now } as Recorded<SourceEvent>,
    world.test.database,
  );

describe('the health of a source', () => {
  it('is ok before the first poll, failing from the first failure, ok again with the first success', async () => {
    expect(await world.health()).toMatchObject({ health: 'ok', healthReason: null, lastFetchedAt: null });
    world.site.serve('/feed.xml', '', {}, 500);
    await world.pollAndSettle();
    const failing = await world.health();
    expect(failing).toMatchObject({ health: 'failing', failures: 1, lastFetchedAt: null });
    expect(failing.healthReason).toBe(failing.lastError);
    world.site.serve('/feed.xml', feed(item(1)));
    await world.pollAndSettle();
    expect(await world.health()).toMatchObject({
      ...{ health: 'ok', healthReason: null, failures: 0, lastError: null, lastFetchedAt: world.now },
    });
  });

  it.each([
    [404, 'Look on the site for the new address'],
    [403, 'it refuses programs'],
    [401, 'it wants a login'],
    [429, 'it is left alone as long as it says'],
    [502, 'Nothing to do unless it lasts'],
    [418, 'Open the address in a browser'],
    [304, 'although it was not asked that'],
  ])('says in words what an answer of %d means and what to do', async (status, words) => {
    world.site.serve('/feed.xml', '', {}, status);
    await world.pollAndSettle();
    const { health, lastError } = await world.health();
    expect([health, lastError]).toEqual(['failing', expect.stringContaining(`answered ${status}`)]);
    expect(lastError).toContain(words);
  });

  it('says in words that a server cannot be reached', async () => {
    await world.follow('s1', { url: 'http://127.0.0.1:1/feed.xml' });
    await world.pollAndSettle();
    expect((await world.health()).lastError).toContain('The server cannot be reached. Check the address');
  });

  it('is stale once the newest item is four months old, although the feed answers', async () => {
    world.site.serve('/feed.xml', feed(item(1)), { etag: '"1"' });
    await world.pollAndSettle();
    world.site.serve('/feed.xml', '', {}, 304);
    world.later(24 * 118);
    await world.pollAndSettle();
    expect(await world.health()).toMatchObject({ health: 'ok' });
    world.later(24 * 3);
    await world.pollAndSettle();
    expect(await world.health()).toMatchObject({
      ...{ health: 'stale', lastError: null },
      healthReason: expect.stringContaining('2023-06-15'),
    });
    world.site.serve('/feed.xml', feed(item(1), item(2).replace('15 Jun 2023', '15 Oct 2023')));
    await world.pollAndSettle();
    expect(await world.health()).toMatchObject({ health: 'ok' });
  });

  it('is stale as well where items have no dates, or there never was one', async () => {
    await world.follow('empty', { url: world.site.url('/empty.xml') });
    world.site.serve('/feed.xml', feed(item(1).replace(/<pubDate>.*<\/pubDate>/, '')));
    world.site.serve('/empty.xml', feed());
    for (let month = 0; month < 5; month++) {
      await world.pollAndSettle();
      await world.pollAndSettle('empty');
      world.later(24 * 31);
    }
    expect([(await world.health()).health, (await world.health('empty')).health]).toEqual(['stale', 'stale']);
  });

  it('is paused with the reason, whatever else is the matter, and right again once resumed', async () => {
    world.site.serve('/feed.xml', '', {}, 500);
    await world.pollAndSettle();
    await happened('SourcePaused', 'paused by a person');
    expect(await world.health()).toMatchObject({
      ...{ health: 'paused', healthReason: 'paused by a person', nextPollAt: null, nextPollReason: null },
    });
    expect(await world.poller.due(10)).toEqual([]);
    await happened('SourceResumed', 'resumed by a person');
    expect(await world.health()).toMatchObject({ health: 'ok', nextPollReason: 'just resumed', failures: 0 });
  });
});
