import { describe, expect, it } from '@jest/globals';
import { KnownWorld, type GivenItem } from './known-world.fixture.js';
import type { ReaderOrder } from './statement-reader.js';

const types = (orders: ReaderOrder[]) => orders.map(({ command }) => command.type);

const plan = (id: string, days: string, publishedAt: string, more: Partial<GivenItem> = {}): GivenItem => ({
  id,
  publishedAt,
  title: `2023 World Internet Conference Wuzhen Summit to be held on Nov ${days}`,
  text: `The 2023 World Internet Conference Wuzhen Summit will be held from Nov ${days} in Wuzhen, Zhejiang province.`,
  ...more,
});
const OCTOBER = '2023-10-20T02:00:00.000Z';
const LATER = '2023-10-25T02:00:00.000Z';

describe('an edited item', () => {
  it('revises its announcement when it says something else', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    const orders = await world.read(plan('a', '9-11', OCTOBER, { revision: 1 }));
    expect(orders.map(({ command }) => command)).toMatchObject([
      { type: 'ReviseAnnouncement', data: { cause: 'source_edit', revisedAt: '2026-11-21T00:00:00.000Z' } },
    ]);
    expect(world.all().map(({ state }) => state.happens?.start)).toEqual(['2023-11-09']);
  });

  it('does nothing when only its wording changed', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    const item = plan('a', '8-10', OCTOBER, { revision: 1 });
    expect(await world.read({ ...item, text: `${item.text} Guests are welcome.` })).toEqual([]);
  });

  it('does not take back what a later report revised', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    await world.read(plan('b', '9-11', LATER));
    const item = plan('a', '8-10', OCTOBER, { revision: 1 });
    expect(await world.read({ ...item, text: `${item.text} Guests are welcome.` })).toEqual([]);
    expect(world.all().map(({ state }) => state.happens?.start)).toEqual(['2023-11-09']);
  });
});

describe('another item', () => {
  it('revises changed dates when it is later', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    const orders = await world.read(plan('b', '9-11', LATER));
    expect(orders.map(({ command }) => command)).toMatchObject([
      { type: 'ReviseAnnouncement', data: { cause: 'new_report', revisedAt: LATER } },
    ]);
  });

  it('is coverage when it is older or says the same', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', LATER));
    expect(types(await world.read(plan('same', '8-10', LATER)))).toEqual(['AddCoverage']);
    expect(types(await world.read(plan('older', '7-9', OCTOBER)))).toEqual(['AddCoverage']);
  });
});

describe('what a person decided', () => {
  it('is obeyed: an item told apart from an announcement is never matched to it again', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    const [first] = world.all();
    const announcementId = first?.id ?? '';
    const data = { item: 'b', announcement: announcementId, reason: 'not the same' };
    world.carryOut({ announcementId, command: { type: 'ForbidMatch', data } });
    const orders = await world.read(plan('b', '8-10', LATER));
    expect(types(orders)).toEqual(['PublishAnnouncement']);
    expect(orders[0]?.announcementId).not.toBe(announcementId);
  });
});

describe('reading a known text again with a better extractor', () => {
  it('gives nothing where it reads the same', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    expect(await world.read(plan('a', '8-10', OCTOBER), { rereading: true })).toEqual([]);
  });

  it('revises what was read otherwise, never publishes it twice', async () => {
    const world = new KnownWorld();
    await world.read(plan('a', '8-10', OCTOBER));
    const published = world.log[0];
    if (published?.type === 'AnnouncementPublished') published.data.reading.place = null; // as a poorer extractor
    const orders = await world.read(plan('a', '8-10', OCTOBER), { rereading: true });
    expect(orders.map(({ command }) => command)).toMatchObject([
      { type: 'ReviseAnnouncement', data: { cause: 'better_extraction' } },
    ]);
    expect(world.all()).toHaveLength(1);
    expect(world.all()[0]?.state.place?.name).toContain('Wuzhen');
    expect(await world.read(plan('a', '8-10', OCTOBER), { rereading: true })).toEqual([]);
  });
});
