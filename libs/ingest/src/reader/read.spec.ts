import { describe, expect, it } from '@jest/globals';
import { MissingTextError, read } from './read.js';
import { KnownWorld, type GivenItem } from './known-world.fixture.js';
import type { ReaderOrder } from './statement-reader.js';

const types = (orders: ReaderOrder[]) => orders.map(({ command }) => command.type);
const kinds = (world: KnownWorld) =>
  world
    .all()
    .map(({ state }) => state.kind)
    .sort();

/** A digest in our own words, of facts that are public. */
const DIGEST: GivenItem = {
  id: 'digest',
  publishedAt: '2023-07-03T01:00:00.000Z',
  text: [
    'World Internet Conference bulletin',
    '',
    'WIC Zhejiang Office unveiled',
    '',
    'The World Internet Conference (WIC) unveiled its Zhejiang Office on June 15 in Wuzhen, Zhejiang province.',
    '',
    'Zhuang Rongwen attends MWC Shanghai 2023',
    '',
    'Zhuang Rongwen, Chair of the WIC, attended MWC Shanghai 2023 on June 28 and gave a speech.',
    '',
    'Ren Xianliang attends MWC Shanghai 2023',
    '',
    'WIC Secretary-General Ren Xianliang attended MWC Shanghai 2023 on June 28 on invitation and gave a speech.',
    '',
    'Registration for the 2023 "Straight to Wuzhen" Global Internet Competition is now open',
    '',
    'Online registration for the 2023 "Straight to Wuzhen" Global Internet Competition of the WIC is now open to teams everywhere.',
  ].join('\n'),
};
const OFFICE_ZH: GivenItem = {
  id: 'office-zh',
  publishedAt: '2023-06-15T09:00:00.000Z',
  title: '世界互联网大会浙江办事处在乌镇揭牌',
  text: '6月15日，世界互联网大会浙江办事处在浙江乌镇揭牌。秘书长任贤良出席揭牌仪式。',
};

describe('read', () => {
  it('makes an announcement of each fact of a digest, two people at one event being two', async () => {
    const world = new KnownWorld();
    expect(types(await world.read(DIGEST))).toEqual(Array(4).fill('PublishAnnouncement'));
    expect(kinds(world)).toEqual([
      'competition_registration',
      'external_participation',
      'external_participation',
      'office_opening',
    ]);
  });

  it('does nothing when the same event is read again', async () => {
    const world = new KnownWorld();
    await world.read(DIGEST);
    expect(await world.read(DIGEST)).toEqual([]);
  });

  it.each([1, 2, 3])('goes on with the same ids after being killed after %i commands', async (limit) => {
    const whole = await new KnownWorld().read(DIGEST);
    const world = new KnownWorld();
    const before = await world.read(DIGEST, { limit });
    const after = await world.read(DIGEST);
    const ids = (orders: ReaderOrder[]) =>
      orders.map(({ commandId, announcementId }) => [commandId, announcementId]);
    expect(ids([...before, ...after])).toEqual(ids(whole));
  });

  it('adds coverage for another outlet and for the other language', async () => {
    const world = new KnownWorld();
    await world.read(OFFICE_ZH);
    const [office] = world.all();
    const orders = await world.read(DIGEST);
    const cover = orders.find(({ announcementId }) => announcementId === office?.id);
    expect(cover?.command).toMatchObject({
      type: 'AddCoverage',
      data: { match: { rule: 'same activity, kind and phase', score: 0.97 } },
    });
    expect(world.all()).toHaveLength(4);
  });

  it('matches a participation to the person who took part', async () => {
    const world = new KnownWorld();
    await world.read(DIGEST);
    const orders = await world.read({
      id: 'mwc-ren',
      publishedAt: '2023-06-30T02:00:00.000Z',
      title: 'WIC secretary-general at MWC Shanghai',
      text: 'Ren Xianliang, secretary-general of the World Internet Conference (WIC), attended MWC Shanghai 2023 on June 28.',
    });
    expect(types(orders)).toEqual(['AddCoverage']);
    const covered = world.all().find(({ id }) => id === orders[0]?.announcementId);
    expect(covered?.state.people.map(({ name }) => name)).toEqual(['Ren Xianliang']);
  });

  it('never merges editions of what recurs under one title', async () => {
    const world = new KnownWorld();
    const opening = (year: number, day: number): GivenItem => ({
      id: `opening-${year}`,
      publishedAt: `${year}-11-0${day}T04:00:00.000Z`,
      title: 'World Internet Conference Wuzhen Summit opens',
      text: `The World Internet Conference Wuzhen Summit opened on Nov ${day} in Wuzhen, Zhejiang province.`,
    });
    await world.read(opening(2022, 9));
    expect(types(await world.read(opening(2023, 8)))).toEqual(['PublishAnnouncement']);
    expect(world.all()).toHaveLength(2);
  });

  it('takes another phase for another announcement of the same activity', async () => {
    const world = new KnownWorld();
    await world.read({
      id: 'plan',
      publishedAt: '2023-10-20T02:00:00.000Z',
      title: '2023年世界互联网大会乌镇峰会将于11月8日至10日举行',
      text: '2023年世界互联网大会乌镇峰会将于11月8日至10日在浙江乌镇举行。',
    });
    await world.read({
      id: 'close',
      publishedAt: '2023-11-10T10:00:00.000Z',
      title: '2023年世界互联网大会乌镇峰会今日闭幕',
      text: '2023年世界互联网大会乌镇峰会今天（11月10日）在浙江乌镇闭幕。',
    });
    expect(world.all().map(({ state }) => [state.activity?.id, state.phase])).toEqual([
      ['summit/2023', 'plan'],
      ['summit/2023', 'close'],
    ]);
  });

  it('says so when the archive lacks the text', async () => {
    const world = new KnownWorld();
    const event = world.event(OFFICE_ZH);
    const parts = { ...world.parts(), archive: { get: async () => null } };
    await expect(read(event, parts).next()).rejects.toThrow(MissingTextError);
  });
});
