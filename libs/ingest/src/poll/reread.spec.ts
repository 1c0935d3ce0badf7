import { describe, expect, it } from '@jest/globals';
import { PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();
const path = (n: number) => `/2023-06/15/c_${1000 + n}.htm`;
const article = (n: number, said = 'The talk went on for a while. ') =>
  `<html><body><nav>Home</nav><article><h1>Wuzhen talk ${n}</h1><p>${said.repeat(8)}</p></article></body></html>`;
const asked = (wanted: string) => world.site.requests.filter((request) => request.path === wanted).length;

async function following(...numbers: number[]): Promise<void> {
  await world.follow('p1', { kind: 'page', url: world.site.url('/') });
  world.site.serve('/', numbers.map((n) => `<a href="${path(n)}">Talk ${n}</a>`).join(''));
  for (const n of numbers) world.site.serve(path(n), article(n));
  await world.pollAndSettle('p1');
}

describe('a known article', () => {
  it('is read again one, three and seven days after it was found, and then no more', async () => {
    await following(1);
    const days: number[] = [];
    for (let half = 1; half < 40; half++) {
      world.later(12);
      const before = asked(path(1));
      expect((await world.pollAndSettle('p1')).itemCommands).toEqual([]);
      if (asked(path(1)) > before) days.push(half / 2);
    }
    expect(days).toEqual([1, 3, 7]);
  });

  it('is received again when its text has changed, as the same item', async () => {
    await following(1, 2);
    const itemId = world.itemIds()[0];
    world.site.serve(path(1), article(1, 'The talk was shorter than was first told. '));
    world.later(25);
    const { itemCommands, attempt } = await world.pollAndSettle('p1');
    expect(itemCommands).toMatchObject([{ itemId, command: { type: 'ReceiveItem' } }]);
    expect(attempt).toMatchObject({ itemsNew: 0, itemsChanged: 1 });
    world.later(1);
    expect((await world.pollAndSettle('p1')).itemCommands).toEqual([]);
  });

  it('that is back before it was gone for a day has not vanished; one that comes back is received again', async () => {
    await following(1);
    const types: string[] = [];
    const answers = [404, 200, 410, 410];
    for (const status of answers) {
      world.site.serve(path(1), article(1), {}, status);
      world.later(25);
      types.push((await world.pollAndSettle('p1')).itemCommands.map(({ command }) => command.type).join());
    }
    expect(types).toEqual(['', '', '', 'ReportItemVanished']);
    world.site.serve(path(1), article(1));
    world.later(80);
    expect((await world.pollAndSettle('p1')).itemCommands).toMatchObject([
      { command: { type: 'ReceiveItem' } },
    ]);
  });

  it('is one of at most ten that are read again in one poll', async () => {
    const numbers = Array.from({ length: 15 }, (_, n) => n);
    await following(...numbers);
    const readAgain = async () => {
      world.site.requests.length = 0;
      await world.pollAndSettle('p1');
      return world.site.requests.length - 1;
    };
    world.later(25);
    expect([await readAgain(), await readAgain(), await readAgain()]).toEqual([10, 5, 0]);
  });
});

describe('an article that cannot be read', () => {
  it('is passed over, keeps no other from its turn, and is tried again a day later', async () => {
    await following(1, 2);
    world.site.serve('/', [3, 4].map((n) => `<a href="${path(n)}">Talk ${n}</a>`).join(''), { etag: '"2"' });
    world.site.serve(path(4), article(4));
    const { attempt } = await world.pollAndSettle('p1');
    expect(attempt).toMatchObject({ outcome: 'changed', itemsNew: 1 });
    world.site.requests.length = 0;
    await world.pollAndSettle('p1');
    expect(asked(path(3))).toBe(0);
    expect(world.site.requests[0]?.headers['if-none-match']).toBe('"2"');
    world.site.serve(path(3), article(3));
    world.later(25);
    const titles = (await world.pollAndSettle('p1')).itemCommands.map(({ command }) => command.data);
    expect(titles).toMatchObject([{ title: 'Wuzhen talk 3' }]);
  });

  it('is left alone, with the rest of its domain, while that asks for it', async () => {
    await world.follow('p1', { kind: 'page', url: world.site.url('/') });
    world.site.serve('/', [1, 2].map((n) => `<a href="${path(n)}">Talk ${n}</a>`).join(''));
    world.site.serve(path(1), '', { 'retry-after': '7200' }, 429);
    world.site.serve(path(2), article(2));
    const { attempt, pauses } = await world.pollAndSettle('p1');
    expect([attempt.outcome, asked(path(2))]).toEqual(['incomplete', 0]);
    expect(pauses).toEqual([
      { domain: new URL(world.site.url('/')).host, until: '2023-06-16T02:00:00.000Z' },
    ]);
    expect(await world.health('p1')).toMatchObject({
      nextPollAt: '2023-06-16T02:00:00.000Z',
      nextPollReason: 'a server of the same domain asked to be left alone',
    });
  });
});
