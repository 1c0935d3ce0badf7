import { describe, expect, it } from '@jest/globals';
import { KnownWorld, type GivenItem } from './known-world.fixture.js';

const dialogue: GivenItem = {
  id: 'en',
  publishedAt: '2023-06-26T08:00:00.000Z',
  title: 'Dialogue on open source held in Hangzhou by World Internet Conference',
  text: 'The World Internet Conference held a dialogue on open source in Hangzhou on June 20, 2023.',
};
/** Told as another kind of thing: matching would never join the two. */
const other: GivenItem = {
  ...dialogue,
  id: 'other',
  title: 'World Internet Conference releases report on open source in Hangzhou',
  text: 'The World Internet Conference released a report on open source in Hangzhou on June 20, 2023.',
};

async function worldOfTwo() {
  const world = new KnownWorld();
  await world.read(dialogue);
  await world.read(other);
  const [first, second] = world.all();
  expect(world.all()).toHaveLength(2);
  return { world, first: first!.id, second: second!.id };
}

/** A better extractor gives every statement another key, so that no id of before is met again. */
function rekeyed(world: KnownWorld): void {
  const { extract, version } = world.extractor;
  world.extractor = {
    version: `${version}-better`,
    extract: (document) => {
      const read = extract(document);
      return { ...read, statements: read.statements.map((one) => ({ ...one, key: `better:${one.key}` })) };
    },
  };
}

describe('what a person merged', () => {
  it('stays one when its items are seen again, read again, or edited', async () => {
    const { world, first, second } = await worldOfTwo();
    const data = { id: second, into: first, survivors: [first], reason: 'The same' };
    world.carryOut({ announcementId: second, command: { type: 'MergeAnnouncement', data } });
    await world.read(other);
    rekeyed(world);
    await world.read(other, { rereading: true });
    await world.read({ ...other, text: `${other.text} Many guests came.`, revision: 1 });
    expect(world.all().map(({ id }) => id)).toEqual([first]);
  });
});

describe('what a person split', () => {
  it('stays two when its item is seen again, read again, or edited', async () => {
    const world = new KnownWorld();
    await world.read(dialogue);
    const again = { ...dialogue, id: 'again' };
    await world.read(again);
    const [whole] = world.all();
    const id = whole!.id;
    const reading = whole!.reports!['again']!;
    const coverage = whole!.state.coverage.find(({ itemId }) => itemId === 'again')!;
    const report = { reading, coverage, extractor: '1' };
    world.carryOut({ announcementId: 'own', command: { type: 'PublishAnnouncement', data: report } });
    const data = { id, coverage: ['again'], to: 'own', covering: ['en', 'again'], reason: 'Another' };
    world.carryOut({ announcementId: id, command: { type: 'SplitAnnouncement', data } });
    const covering = () =>
      world.all().map((one) => [one.id, one.state.coverage.map(({ itemId }) => itemId)] as const);
    const split = [
      [id, ['en']],
      ['own', ['again']],
    ];
    await world.read(again);
    rekeyed(world);
    await world.read(again, { rereading: true });
    await world.read({ ...again, text: `${again.text} Many guests came.`, revision: 1 });
    expect(covering()).toEqual(split);
  });
});
