import { describe, expect, it } from '@jest/globals';
import { KnownWorld, type GivenItem } from './known-world.fixture.js';

const plan: GivenItem = {
  id: 'plan',
  publishedAt: '2023-06-01T01:00:00.000Z',
  title: '世界互联网大会数字文明尼山对话6月举行',
  text: '世界互联网大会数字文明尼山对话将于6月25日至27日在山东曲阜举行。',
};
const moved: GivenItem = {
  id: 'moved',
  publishedAt: '2023-06-12T01:00:00.000Z',
  title: '世界互联网大会数字文明尼山对话延期',
  text: '世界互联网大会数字文明尼山对话将延期至6月26日至28日在山东曲阜举行。',
};
const days = (world: KnownWorld) =>
  world.all().map(({ state }) => [state.phase, state.happens?.start, state.happens?.end]);

describe('what is put off to another day', () => {
  it('is its plan with the dates moved, told by the history', async () => {
    const world = new KnownWorld();
    await world.read(plan);
    const orders = await world.read(moved);
    expect(orders.map(({ command }) => command)).toMatchObject([
      { type: 'ReviseAnnouncement', data: { cause: 'new_report' } },
    ]);
    expect(days(world)).toEqual([['plan', '2023-06-26', '2023-06-28']]);
  });
});
