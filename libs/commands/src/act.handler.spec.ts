import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgEventStore, eventStoreMigrations } from '#event-store';
import { aCoverage, aReading, createTestDatabase, type TestDatabase } from '#testing';
import { v4 } from 'uuid';
import { Act, type ActMeta } from './act.command.js';
import { ActHandler } from './act.handler.js';

let test: TestDatabase;
let store: PgEventStore;
let handler: ActHandler;
beforeAll(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PgEventStore(test.database);
  handler = new ActHandler(store);
});
afterAll(async () => {
  await store.close();
  await test.drop();
});

const publish = (id: string, meta: Partial<ActMeta> = {}, over = {}) =>
  new Act(
    'announcement',
    id,
    { type: 'PublishAnnouncement', data: { reading: aReading(over), coverage: aCoverage(), extractor: '1' } },
    { actor: 'spec', ...meta },
  );
const cover = (id: string, itemId: string) =>
  new Act(
    'announcement',
    id,
    {
      type: 'AddCoverage',
      data: {
        reading: aReading(),
        coverage: aCoverage(itemId),
        extractor: '1',
        match: { rule: 'spec', score: 1 },
      },
    },
    { actor: 'spec' },
  );
async function eventsOf(id: string) {
  const events = [];
  for await (const event of store.readStream(`announcement-${id}`)) events.push(event);
  return events;
}

describe('acting', () => {
  it('appends what the decider states', async () => {
    const id = v4();
    expect(await handler.execute(publish(id))).toMatchObject({
      revision: 0,
      events: ['AnnouncementPublished'],
    });
    expect(await eventsOf(id)).toMatchObject([
      { type: 'AnnouncementPublished', announcedAt: aReading().announcedAt, actor: 'spec' },
    ]);
  });

  it('writes nothing the second time, and tells where the first one stands', async () => {
    const id = v4();
    const first = await handler.execute(publish(id));
    expect(await handler.execute(publish(id))).toEqual({ ...first, events: [] });
  });

  it('lets twenty racing writers all have their turn', async () => {
    const id = v4();
    await handler.execute(publish(id));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => handler.execute(cover(id, `racing-${index}`))),
    );
    expect(await eventsOf(id)).toHaveLength(21);
  });

  it('refuses a writer who saw another revision', async () => {
    const id = v4();
    await handler.execute(publish(id));
    await expect(handler.execute(publish(id, { expectedRevision: 7 }))).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('gives the events of one command the same ids each time', async () => {
    const commandId = v4();
    const [a, b] = [v4(), v4()];
    await handler.execute(publish(a, { commandId }));
    await expect(handler.execute(publish(b, { commandId }))).rejects.toThrow('nothing was written');
  });

  it('flags what was announced more than a week before as backfill', async () => {
    const [old, fresh, told] = [v4(), v4(), v4()];
    const recently = new Date(Date.now() - 86_400_000).toISOString();
    await handler.execute(publish(old));
    await handler.execute(publish(fresh, {}, { announcedAt: recently }));
    await handler.execute(publish(told, { backfill: true }, { announcedAt: recently }));
    const flags = await Promise.all([old, fresh, told].map(async (id) => (await eventsOf(id))[0]?.backfill));
    expect(flags).toEqual([true, false, true]);
  });

  it('refuses what would be announced in the future', async () => {
    const id = v4();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await expect(handler.execute(publish(id, {}, { announcedAt: tomorrow }))).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await eventsOf(id)).toEqual([]);
  });
});
