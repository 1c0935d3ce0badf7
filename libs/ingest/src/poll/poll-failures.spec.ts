import { describe, expect, it } from '@jest/globals';
import { feed, item, PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();

describe('failures', () => {
  it('back off, break the source at the third, and recover', async () => {
    world.site.serve('/feed.xml', 'oops', {}, 500);
    const waits: number[] = [];
    const commands: string[] = [];
    for (let n = 0; n < 8; n++) {
      const result = await world.pollAndSettle();
      waits.push((Date.parse(result.attempt.nextPollAt) - Date.parse(world.now)) / 60_000);
      commands.push(...result.sourceCommands.map(({ command }) => command.type));
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440]);
    expect(commands).toEqual(['ReportSourceBroken']);
    expect((await world.poller.schedule.health(world.now))[0]).toMatchObject({
      health: 'failing',
      failures: 8,
    });
    world.site.serve('/feed.xml', feed(item(1)));
    expect((await world.pollAndSettle()).sourceCommands[0]?.command.type).toBe('ReportSourceRecovered');
    expect((await world.poller.schedule.health(world.now))[0]?.health).toBe('ok');
  });

  it('count a page that is no feed, naming the cure', async () => {
    world.site.serve('/feed.xml', '<html><body>Moved</body></html>');
    expect((await world.pollAndSettle()).attempt).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('Follow it as a page'),
    });
  });

  it('pause at the second 410 in a row', async () => {
    world.site.serve('/feed.xml', '', {}, 410);
    expect((await world.pollAndSettle()).sourceCommands).toEqual([]);
    expect((await world.pollAndSettle()).sourceCommands[0]?.command.type).toBe('PauseSource');
  });

  it('keep Retry-After for the whole domain, also for a poller started anew', async () => {
    await world.follow('s2', { url: world.site.url('/other.xml') });
    world.site.serve('/feed.xml', '', { 'retry-after': '7200' }, 429);
    const { attempt } = await world.pollAndSettle();
    expect(attempt.nextPollAt).toBe('2023-06-16T02:00:00.000Z');
    world.poller = world.newPoller();
    world.later(1);
    expect(await world.poller.due(10)).toEqual([]);
    await expect(world.poller.poll('s2')).rejects.toMatchObject({ reason: 'asked_to_wait' });
    world.later(1.1);
    expect((await world.poller.due(10)).map(({ sourceId }) => sourceId).sort()).toEqual(['s1', 's2']);
  });
});
