import { describe, expect, it } from '@jest/globals';
import type { Reading } from '#domain';
import { defaultKnowledge } from '#extraction';
import { knownNames } from '../match/known-names.js';
import { KnownWorld } from './known-world.fixture.js';
import { readStatement } from './statement-reader.js';

const reading: Reading = {
  kind: 'reaction',
  activity: null,
  phase: null,
  title: { en: 'A group asks companies to stay away from the World Internet Conference' },
  summary: null,
  announcedAt: '2015-12-14T00:00:00.000Z',
  announcedAtBasis: 'source',
  announcedAtPrecision: 'instant',
  announcedAtRaw: null,
  happens: null,
  place: null,
  organisations: [],
  people: [],
  theme: null,
  confidence: 0.3,
  evidence: [],
};

/** Reads one statement of an item and carries the command out; gives its type and proposal. */
async function tell(
  world: KnownWorld,
  over: Partial<Reading> = {},
  at: { itemRevision?: number; rereading?: boolean } = {},
) {
  await world.catchUp();
  const { itemRevision = 0, rereading = false } = at;
  const item = { itemId: 'i1', itemRevision, sourceId: 's1', url: null, title: null };
  const coverage = { ...item, lang: 'en' as const, publishedAt: null };
  const order = await readStatement(
    { key: 'reaction::', reading: { ...reading, ...over }, rules: [] },
    { coverage, extractor: '1', editedAt: reading.announcedAt, rereading },
    { known: world, names: knownNames(defaultKnowledge), touched: new Set(), statements: 1 },
  );
  if (order !== null) world.carryOut(order);
  await world.catchUp();
  return order;
}

function settle(
  world: KnownWorld,
  order: Awaited<ReturnType<typeof tell>>,
  type: 'AcceptProposal' | 'RejectProposal',
) {
  const data = { proposalId: order?.commandId ?? '', reason: 'looked at', fields: {} };
  world.carryOut({ announcementId: order?.announcementId ?? '', command: { type, data } });
}

describe('an unsure statement', () => {
  it('goes to review instead of to followers, once', async () => {
    const world = new KnownWorld();
    const order = await tell(world);
    expect(order?.command).toMatchObject({
      type: 'ProposeAnnouncement',
      data: { proposalId: order?.commandId },
    });
    expect(world.all()).toEqual([]);
    expect(await tell(world)).toBeNull();
  });

  it('is not proposed again for the same text after it was rejected, whatever the extractor', async () => {
    const world = new KnownWorld();
    settle(world, await tell(world), 'RejectProposal');
    expect(await tell(world)).toBeNull();
    expect(await tell(world, { confidence: 0.4 }, { rereading: true })).toBeNull();
  });

  it('may be proposed again when the item says something new', async () => {
    const world = new KnownWorld();
    settle(world, await tell(world), 'RejectProposal');
    expect((await tell(world, {}, { itemRevision: 1 }))?.command.type).toBe('ProposeAnnouncement');
  });

  it('says nothing more once it was accepted', async () => {
    const world = new KnownWorld();
    settle(world, await tell(world), 'AcceptProposal');
    await world.catchUp();
    expect(world.all()).not.toEqual([]);
    expect(await tell(world)).toBeNull();
  });
});

it('publishes a sure statement under an id of its item and key', async () => {
  const [first, second] = [
    await tell(new KnownWorld(), { confidence: 0.9 }),
    await tell(new KnownWorld(), { confidence: 0.9 }),
  ];
  expect(first?.command.type).toBe('PublishAnnouncement');
  expect(second).toEqual(first);
});
