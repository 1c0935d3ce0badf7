import { describe, expect, it } from '@jest/globals';
import { KnownWorld, type GivenItem } from './known-world.fixture.js';
import type { ReaderOrder } from './statement-reader.js';

const OFFICE =
  'The World Internet Conference (WIC) unveiled its Zhejiang Office on June 15, 2023 in Wuzhen, Zhejiang province.';
const SUMMIT =
  'The 2023 World Internet Conference Wuzhen Summit will be held from November 8 to 10 in Wuzhen, Zhejiang province.';
const both: GivenItem = {
  id: 'i1',
  publishedAt: '2023-07-03T01:00:00.000Z',
  text: ['Zhejiang Office unveiled', '', OFFICE, '', 'Wuzhen Summit to be held', '', SUMMIT].join('\n'),
};
const edited = (over: Partial<GivenItem> = {}): GivenItem => ({
  ...both,
  revision: 1,
  text: ['Wuzhen Summit to be held', '', SUMMIT].join('\n'),
  ...over,
});
const commands = (orders: ReaderOrder[]) => orders.map(({ command }) => command);
const idOf = (world: KnownWorld, kind: string) => world.all().find(({ state }) => state.kind === kind)!.id;

async function readBoth(): Promise<KnownWorld> {
  const world = new KnownWorld();
  expect(await world.read(both)).toHaveLength(2);
  return world;
}

describe('an edited text that states an announcement no more', () => {
  it('has it proposed for withdrawal from the edit on, and what it still states left alone', async () => {
    const world = await readBoth();
    const orders = await world.read(edited());
    expect(commands(orders)).toMatchObject([
      { type: 'ProposeWithdrawal', data: { withdrawal: { effective: '2026-11-21T00:00:00.000Z' } } },
    ]);
    expect(orders[0]?.announcementId).toBe(idOf(world, 'office_opening'));
    expect(world.all().every(({ state }) => state.status === 'published')).toBe(true);
  });

  it('asks once, however often it is read', async () => {
    const world = await readBoth();
    await world.read(edited());
    const events = world.log.length;
    await world.read(edited());
    await world.read(edited(), { rereading: true });
    expect(world.log).toHaveLength(events);
  });

  it('asks nothing where another item states it too', async () => {
    const world = await readBoth();
    await world.read({ ...both, id: 'i2', text: `Zhejiang Office unveiled\n\n${OFFICE}` });
    expect(await world.read(edited())).toEqual([]);
  });

  it('asks nothing when it is first read, though an older text of the item is unknown', async () => {
    expect(commands(await new KnownWorld().read({ ...edited(), revision: 0 }))).toMatchObject([
      { type: 'PublishAnnouncement' },
    ]);
  });
});

describe('better reading that finds a statement no more', () => {
  const unreadOffice = (world: KnownWorld) => {
    const { extract, version } = world.extractor;
    world.extractor = {
      version: `${version}-better`,
      extract: (document) => {
        const read = extract(document);
        return { ...read, statements: read.statements.filter(({ reading }) => reading.kind === 'summit') };
      },
    };
  };

  it('has it proposed for withdrawal as our mistake', async () => {
    const world = await readBoth();
    unreadOffice(world);
    expect(commands(await world.read(both, { rereading: true }))).toMatchObject([
      { type: 'ProposeWithdrawal', data: { withdrawal: { effective: null } } },
    ]);
  });

  it('does not question what a person corrected', async () => {
    const world = await readBoth();
    const data = { fields: { theme: 'A theme' }, reason: 'It has one', effective: null };
    const announcementId = idOf(world, 'office_opening');
    world.carryOut({ announcementId, command: { type: 'CorrectAnnouncement', data } });
    unreadOffice(world);
    expect(await world.read(both, { rereading: true })).toEqual([]);
  });
});
