import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Announcement } from '#client';
import { StreamRecorder } from './harness/recorder.js';
import { startTracker } from './harness/tracker-process.js';
import { expectEvidence } from './harness/evidence.js';
import { World, type Item } from './harness/world.js';
import {
  competition,
  DIALOGUE,
  DIALOGUE_ELSEWHERE,
  DIALOGUE_MOVED,
  DIALOGUE_ZH,
  entry,
  NOT_ABOUT_IT,
  OFFICE,
} from './texts/news.js';

const DIALOGUE_2023 = 'forum/nishan-dialogue/2023';

jest.setTimeout(60_000);

/** Each step goes on from where the one before left the world. */
describe('the path of an item', () => {
  let world: World;
  let stream: StreamRecorder;
  let journal: string;
  let wire: string;
  let dialogueId: string;
  const before: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.open();
    const { client, receiver, site } = world;
    stream = new StreamRecorder(client, { type: 'announcement.*', after: '0' });
    await receiver.subscribe(client, '/all', { types: ['announcement.*'], backfill: true });
    await receiver.subscribe(client, '/fresh', { types: ['announcement.*'] });
    site.atom('/journal', []);
    site.rss('/wire', []);
    [journal, wire] = await Promise.all([world.follow('/journal'), world.follow('/wire')]);
  });
  afterAll(async () => {
    await stream?.stop();
    await world?.close();
  });

  const at = (moment: object): Promise<Announcement> => world.client.announcement(dialogueId, moment);

  it('leads from a feed to an announcement with its evidence', async () => {
    before['it was published'] = await world.head();
    world.site.atom('/journal', [entry('dialogue', DIALOGUE), entry('clinic', NOT_ABOUT_IT)]);
    expect(await world.poll(journal)).toMatchObject({ status: 200, itemsNew: 1 });

    const [dialogue, ...others] = await world.all();
    expect(others).toEqual([]);
    expect(dialogue).toMatchObject({
      kind: 'forum',
      phase: 'plan',
      activity: { id: DIALOGUE_2023 },
      announcedAt: DIALOGUE.published,
      announcedAtBasis: 'source',
      happens: { start: '2023-06-25', end: '2023-06-25', precision: 'day' },
      place: { country: 'CN' },
      backfill: true,
      status: 'published',
      coverage: [{ sourceId: journal, url: 'https://news.example.org/dialogue', lang: 'en' }],
    });
    dialogueId = dialogue!.id;
    await expectEvidence(world, dialogue!);
  });

  it('does not fetch what has not changed', async () => {
    const head = await world.head();
    expect(await world.poll(journal)).toMatchObject({ status: 304, itemsNew: 0, itemsChanged: 0 });
    expect(world.site.requests.at(-1)).toMatchObject({ path: '/journal', status: 304 });
    expect(await world.head()).toBe(head);
  });

  it('revises when the item changes, and keeps what was said before', async () => {
    before['it was revised'] = await world.head();
    world.site.atom('/journal', [entry('dialogue', DIALOGUE_MOVED)]);
    expect(await world.poll(journal)).toMatchObject({ itemsNew: 0, itemsChanged: 1 });

    const now = await world.ofActivity(DIALOGUE_2023);
    expect(now).toMatchObject({ id: dialogueId, happens: { start: '2023-06-26', end: '2023-06-26' } });
    await expectEvidence(world, now);
    const { data: history } = await world.client.history(dialogueId);
    expect(history.map(({ type }) => type)).toEqual(['announcement.published', 'announcement.revised']);
    expect(history[1]!.changes).toContainEqual(
      expect.objectContaining({
        field: 'happens',
        from: expect.objectContaining({ start: '2023-06-25' }),
        to: expect.objectContaining({ start: '2023-06-26' }),
      }),
    );
  });

  it('shows each moment on both axes as it was', async () => {
    const start = async (moment: object) => (await at(moment)).happens?.start;
    expect(await start({ asOf: '2023-06-11' })).toBe('2023-06-25');
    expect(await start({ asOf: '2023-06-12' })).toBe('2023-06-26');
    expect(await start({ knownAt: before['it was revised'] })).toBe('2023-06-25');
    expect(await start({ asOf: '2023-06-12', knownAt: before['it was revised'] })).toBe('2023-06-25');
    await expect(at({ asOf: '2023-06-09' })).rejects.toMatchObject({ status: 404 });
    await expect(at({ knownAt: before['it was published'] })).rejects.toMatchObject({ status: 404 });
    expect(await world.all({ asOf: '2023-06-09' })).toEqual([]);
    expect(await world.all({ knownAt: before['it was published'] })).toEqual([]);
  });

  it('takes a report in another feed, and one in the other language, as coverage', async () => {
    before['it was covered'] = await world.head();
    const elsewhere = entry('host', DIALOGUE_ELSEWHERE);
    world.site.rss('/wire', [elsewhere]);
    expect(await world.poll(wire)).toMatchObject({ itemsNew: 1 });
    world.site.rss('/wire', [elsewhere, entry('duihua', DIALOGUE_ZH)]);
    expect(await world.poll(wire)).toMatchObject({ itemsNew: 1 });

    const now = await world.ofActivity(DIALOGUE_2023);
    expect(now.id).toBe(dialogueId);
    expect(now.coverage.map(({ sourceId, lang }) => [sourceId, lang])).toEqual([
      [journal, 'en'],
      [wire, 'en'],
      [wire, 'zh'],
    ]);
    const count = async (moment: object) => (await at(moment)).coverage.length;
    expect(await count({ asOf: '2023-06-12' })).toBe(1);
    expect(await count({ asOf: '2023-06-13' })).toBe(2);
    expect(await count({ asOf: '2023-06-14' })).toBe(3);
    expect(await count({ knownAt: before['it was covered'] })).toBe(1);
    await expectEvidence(world, now);
  });

  it('publishes once what stands twice in one poll', async () => {
    const twice = [
      entry('office-a', OFFICE),
      { ...entry('office-b', OFFICE), title: `${OFFICE.title} town` },
    ];
    world.site.rss('/wire', [...twice, entry('duihua', DIALOGUE_ZH)]);
    await world.poll(wire);
    const office = await world.ofActivity('office/zhejiang');
    expect(office).toMatchObject({ kind: 'office_opening', happens: { start: '2023-06-15' } });
    expect(await world.log('announcement.published')).toHaveLength(2);
  });

  it('publishes once what two pollers fetch at the same time', async () => {
    const other = await startTracker({
      databaseUrl: world.database.url,
      dataDir: world.tracker.dataDir,
      env: { ROLES: 'api,poller' },
    });
    try {
      const today = new Date(Date.now() - 60_000).toISOString();
      world.site.rss('/wire', [entry('competition', competition(today))]);
      const polls = await Promise.allSettled([world.poll(wire), world.poll(wire, other.client())]);
      expect(polls.map(({ status }) => status)).toContain('fulfilled');
      await world.poll(wire).catch(() => undefined);
      expect(await world.all({ kind: 'competition_registration' })).toHaveLength(1);
      const received = await world.log('item.received');
      expect(
        received.filter(({ data }) => (data['item'] as Item).url?.endsWith('/competition')),
      ).toHaveLength(1);
    } finally {
      await other.destroy();
    }
  });

  it('records that an item was deleted, and keeps the announcement', async () => {
    const deleted = { ref: 'dialogue', when: '2023-06-20T00:00:00.000Z' };
    for (const round of ['first', 'second']) {
      world.site.atom('/journal', [], [{ ...deleted, when: `2023-06-2${round.length}T00:00:00.000Z` }]);
      await world.poll(journal);
    }
    expect(await world.log('item.vanished')).toHaveLength(1);
    const { coverage, status } = await at({});
    expect([status, coverage.length]).toEqual(['published', 3]);
    expect(await world.item(coverage[0]!.itemId)).toMatchObject({ vanished: { reason: 'deleted' } });
  });

  it('carried every step over the stream and to the webhook, each once, signed and in order', async () => {
    const log = await world.log('announcement.*');
    const expected = log.map(({ position, type }) => [position, type]);
    expect(expected.map(([, type]) => type).filter((type) => type === 'announcement.revised').length).toBe(1);
    await stream.reached(log.at(-1)!.position);
    expect(stream.events.map(({ position, type }) => [position, type])).toEqual(expected);

    const deliveries = await world.receiver.atLeast('/all', log.length);
    expect(deliveries.map(({ body }) => [body.position, body.type])).toEqual(expected);
    expect(deliveries.every(({ verified, bytes }) => verified && bytes < 20_000)).toBe(true);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(log.length);
  });

  it('spared who wants no backfill all but today’s news', async () => {
    const fresh = await world.receiver.atLeast('/fresh', 1);
    expect(
      fresh.map(({ body }) => [body.type, body.data.announcement.kind, body.data.announcement.backfill]),
    ).toEqual([['announcement.published', 'competition_registration', false]]);
  });
});
