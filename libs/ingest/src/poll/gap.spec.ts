import { describe, expect, it } from '@jest/globals';
import { feed, item, PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();
const archived = (rel: string, path: string, ...items: string[]) =>
  feed(...items).replace(
    '<title>F',
    `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${rel}" href="${path}?a=1&amp;b=2"/><title>F`,
  );
const paths = () => world.site.requests.map(({ path }) => path);
const commands = (result: { itemCommands: { command: { data: object }; backfill?: true }[] }) =>
  result.itemCommands.map(({ command, backfill }) => [(command.data as { title?: string }).title, backfill]);

describe('a gap', () => {
  it('is suspected when nothing known is left, halves the interval and is over when something is', async () => {
    world.site.serve('/feed.xml', feed(item(1)), { 'cache-control': 'max-age=14400' });
    await world.pollAndSettle();
    world.site.serve('/feed.xml', feed(item(2)), { 'cache-control': 'max-age=14400' });
    const { attempt, sourceCommands } = await world.pollAndSettle();
    expect(sourceCommands).toMatchObject([{ command: { type: 'SuspectGap' } }]);
    expect(attempt).toMatchObject({ nextPollAt: '2023-06-16T02:00:00.000Z' });
    expect(attempt.nextPollReason).toBe('max-age asks for 4 h; halved, items may have been missed');
    expect(await world.health()).toMatchObject({ health: 'gap_suspected' });
    world.site.serve('/feed.xml', feed(item(3), item(2)));
    expect((await world.pollAndSettle()).sourceCommands).toEqual([]);
    expect(await world.health()).toMatchObject({ health: 'ok', healthReason: null });
  });

  it('is suspected too where nothing known was about the WIC', async () => {
    world.site.serve('/feed.xml', feed(item(1, 'Weather')));
    await world.pollAndSettle();
    world.site.serve('/feed.xml', feed(item(2, 'Sport')));
    const [order] = (await world.pollAndSettle()).sourceCommands;
    expect(order?.command).toEqual({ type: 'SuspectGap', data: { lastKnownItem: null } });
  });

  it('is filled from the archive, back to what is known, all of it flagged as told long ago', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    await world.pollAndSettle();
    world.site.serve('/feed.xml', archived('prev-archive', '/2.xml', item(6)));
    world.site.serve('/2.xml?a=1&b=2', archived('prev-archive', '/1.xml', item(5), item(4)));
    world.site.serve('/1.xml?a=1&b=2', archived('prev-archive', '/0.xml', item(3), item(1)));
    world.site.requests.length = 0;
    const result = await world.pollAndSettle();
    expect(paths()).toEqual(['/feed.xml', '/2.xml?a=1&b=2', '/1.xml?a=1&b=2']);
    expect(commands(result)).toEqual([
      ['Wuzhen news 6', undefined],
      ...[5, 4, 3].map((n) => [`Wuzhen news ${n}`, true]),
    ]);
    expect(result.sourceCommands).toMatchObject([{ command: { type: 'SuspectGap' } }]);
    expect(await world.health()).toMatchObject({ health: 'ok' });
    expect((await world.pollAndSettle()).itemCommands).toEqual([]);
  });

  it('is looked for in no more than five documents, none of them twice, none that asks for a pause', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    await world.pollAndSettle();
    world.site.serve('/feed.xml', archived('next', '/0', item(2)));
    for (let n = 0; n < 9; n++) world.site.serve(`/${n}?a=1&b=2`, archived('next', `/${n + 1}`, item(3)));
    world.site.requests.length = 0;
    await world.pollAndSettle();
    expect(paths()).toHaveLength(6);
    expect(await world.health()).toMatchObject({ health: 'gap_suspected' });

    world.site.serve('/feed.xml', archived('next', '/feed.xml', item(4)));
    world.site.serve('/feed.xml?a=1&b=2', archived('next', '/feed.xml', item(5)));
    world.site.requests.length = 0;
    await world.pollAndSettle();
    expect(paths()).toEqual(['/feed.xml', '/feed.xml?a=1&b=2']);

    world.site.serve('/feed.xml', archived('next', '/busy', item(6)));
    world.site.serve('/busy?a=1&b=2', '', { 'retry-after': '600' }, 503);
    await world.pollAndSettle();
    await expect(world.poller.poll('s1')).rejects.toMatchObject({ reason: 'asked_to_wait' });
  });

  it('is no reason to ask for an archive where there is none', async () => {
    world.site.serve('/feed.xml', archived('prev-archive', '/old.xml', item(1)));
    await world.pollAndSettle();
    world.site.serve('/feed.xml', archived('prev-archive', '/old.xml', item(2), item(1)));
    await world.pollAndSettle();
    expect(paths()).toEqual(['/feed.xml', '/feed.xml']);
  });
});

describe('items without a date', () => {
  const undated = (n: number) => item(n).replace(/<pubDate>.*<\/pubDate>/, '');

  it('are old news in a first fetch and after a gap, and news otherwise', async () => {
    world.site.serve('/feed.xml', feed(undated(1), item(2)));
    expect(commands(await world.pollAndSettle())).toEqual([
      ['Wuzhen news 1', true],
      ['Wuzhen news 2', undefined],
    ]);
    world.site.serve('/feed.xml', feed(undated(3), undated(1)));
    expect(commands(await world.pollAndSettle())).toEqual([['Wuzhen news 3', undefined]]);
    world.site.serve('/feed.xml', feed(undated(4), undated(5)));
    expect(commands(await world.pollAndSettle())).toEqual([
      ['Wuzhen news 4', true],
      ['Wuzhen news 5', true],
    ]);
  });
});
