import { describe, expect, it } from '@jest/globals';
import { feed, item, PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();

describe('poll', () => {
  it('receives what is about the WIC, its text archived, its zoneless time in the zone of the source', async () => {
    world.site.serve('/feed.xml', feed(item(1), item(2, 'Weather')));
    const result = await world.pollAndSettle();
    expect(result.itemCommands).toHaveLength(1);
    expect(result.itemCommands[0]?.command).toMatchObject({
      type: 'ReceiveItem',
      data: {
        title: 'Wuzhen news 1',
        publishedAt: '2023-06-14T17:00:00.000Z',
        publishedAtPrecision: 'instant',
      },
    });
    const command = result.itemCommands[0]?.command;
    const hash = command?.type === 'ReceiveItem' ? command.data.contentHash : '';
    expect(await world.archive().get(hash)).toBe('Text 1');
    expect(result.attempt).toMatchObject({ outcome: 'changed', status: 200, itemsNew: 1, itemsKnown: 0 });
  });

  it('sends the validators back byte for byte, and only after settling', async () => {
    world.site.serve('/feed.xml', feed(item(1)), { etag: 'W/"a b,c"', 'last-modified': 'thursday, ca. 8' });
    const unsettled = await world.poller.poll('s1');
    await world.poller.claims.release(unsettled.source);
    await world.pollAndSettle();
    expect(world.site.requests[1]?.headers['if-none-match']).toBeUndefined();
    world.site.serve('/feed.xml', '', {}, 304);
    const result = await world.pollAndSettle();
    expect(world.site.requests[2]?.headers).toMatchObject({
      'if-none-match': 'W/"a b,c"',
      'if-modified-since': 'thursday, ca. 8',
    });
    expect(result.attempt.outcome).toBe('unchanged');
    await world.pollAndSettle();
    expect(world.site.requests[3]?.headers['if-none-match']).toBe('W/"a b,c"');
  });

  it('gives the same commands again when it was not settled, and none once it was', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    const lost = await world.poller.poll('s1');
    world.later(1); // the poller died: its claim runs out
    const again = await world.pollAndSettle();
    expect(again.itemCommands).toEqual(lost.itemCommands);
    expect((await world.pollAndSettle()).itemCommands).toEqual([]);
  });

  it('knows an item by another guid, scheme and tracking parameters, and tells a changed text', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    const [first] = (await world.pollAndSettle()).itemCommands;
    const moved = item(1)
      .replace('>g1<', '>new-guid<')
      .replace('https:', 'http:')
      .replace('utm_source=x', 'utm_medium=y');
    world.site.serve('/feed.xml', feed(moved));
    expect((await world.pollAndSettle()).itemCommands).toEqual([]);
    world.site.serve('/feed.xml', feed(moved.replace('Text 1', 'Text 1, corrected')));
    const [changed] = (await world.pollAndSettle()).itemCommands;
    expect(changed?.itemId).toBe(first?.itemId);
  });

  it('does not take a reused guid for the same item', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    const [first] = (await world.pollAndSettle()).itemCommands;
    world.site.serve('/feed.xml', feed(item(2).replace('>g2<', '>g1<')));
    const [second] = (await world.pollAndSettle()).itemCommands;
    expect(second?.itemId).not.toBe(first?.itemId);
  });

  it('gives the same entry twice in one document once', async () => {
    world.site.serve('/feed.xml', feed(item(1), item(1)));
    expect((await world.pollAndSettle()).itemCommands).toHaveLength(1);
  });

  it('reads GBK', async () => {
    const body = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><item><title>'),
      Buffer.from('cedad5f2', 'hex'), // 乌镇
      Buffer.from('</title><link>https://e.org/1</link></item></channel></rss>'),
    ]);
    world.site.serve('/feed.xml', body, { 'content-type': 'text/xml' });
    expect((await world.pollAndSettle()).itemCommands[0]?.command).toMatchObject({ data: { title: '乌镇' } });
  });

  it('reports once what the feed says was deleted', async () => {
    const atom = (inner: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">${inner}</feed>`;
    world.site.serve(
      '/feed.xml',
      atom('<entry><id>tag:e,1</id><title>Wuzhen</title><link href="/1"/></entry>'),
    );
    const [received] = (await world.pollAndSettle()).itemCommands;
    world.site.serve('/feed.xml', atom('<at:deleted-entry ref="tag:e,1" when="2023-06-20T00:00:00Z"/>'));
    expect((await world.pollAndSettle()).itemCommands).toEqual([
      {
        itemId: received?.itemId,
        command: { type: 'ReportItemVanished', data: { sourceId: 's1', reason: 'deleted' } },
      },
    ]);
    expect((await world.pollAndSettle()).itemCommands).toEqual([]);
  });

  it('suspects a gap when nothing known is left, once', async () => {
    world.site.serve('/feed.xml', feed(item(1)));
    const [known] = (await world.pollAndSettle()).itemCommands;
    world.site.serve('/feed.xml', feed(item(2), item(3)));
    const result = await world.pollAndSettle();
    expect(result.sourceCommands.map(({ command }) => command)).toEqual([
      { type: 'SuspectGap', data: { lastKnownItem: known?.itemId } },
    ]);
    expect(result.attempt.nextPollReason).toContain('halved');
    expect((await world.pollAndSettle()).sourceCommands).toEqual([]);
  });
});
