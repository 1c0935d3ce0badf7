import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Announcement, HistoryEntry } from '#client';
import { StreamRecorder } from './harness/recorder.js';
import { World } from './harness/world.js';
import { DIALOGUE, DIALOGUE_ELSEWHERE, DIALOGUE_ZH, OFFICE, yearly } from './texts/news.js';

interface News {
  title: string;
  text: string;
  published: string;
}

jest.setTimeout(60_000);

/** Each step goes on from where the one before left the world. */
describe('mending', () => {
  let world: World;
  let stream: StreamRecorder;

  beforeAll(async () => {
    world = await World.open();
    stream = new StreamRecorder(world.tracker.client(null), { type: 'announcement.*', after: '0' });
    await world.receiver.subscribe(world.client, '/all', { types: ['announcement.*'], backfill: true });
  });
  afterAll(async () => {
    await stream?.stop();
    await world?.close();
  });

  const given = async ({ title, text, published }: News): Promise<Announcement> => {
    const document = { title, text, publishedAt: published };
    const { announcements } = await world.client.importDocument(document);
    return world.client.announcement(announcements[0]!.id);
  };
  const post = <Result = Announcement>(id: string, what: string, body: object, ifMatch?: number) =>
    world.client.http.json<Result>('POST', `/v1/announcements/${id}/${what}`, {
      body,
      ...(ifMatch === undefined ? {} : { headers: { 'if-match': `"${ifMatch}"` } }),
    });
  const entries = async (id: string) =>
    (await world.client.history(id)).data as (HistoryEntry & { why: object })[];

  it('corrects a field at every asOf; only knownAt shows the error', async () => {
    const office = await given(OFFICE);
    const known = await world.head();
    const fields = { place: { name: 'Wuzhen, Tongxiang', country: 'CN' }, theme: 'A first office' };
    const corrected = await post(office.id, 'corrections', { fields, reason: 'Full name' }, office.revision);
    expect(corrected).toMatchObject({ ...fields, status: 'corrected', kind: 'office_opening' });
    expect(corrected.revision).toBe(office.revision + 1);

    const at = (moment: object) => world.client.announcement(office.id, moment);
    expect(await at({ asOf: '2023-06-17' })).toMatchObject(fields);
    expect(await at({ knownAt: known })).toMatchObject({ place: office.place, theme: null });
    expect(await at({ asOf: '2023-06-17', knownAt: known })).toMatchObject({ status: 'published' });
    expect((await entries(office.id)).at(-1)).toMatchObject({
      type: 'announcement.corrected',
      why: { reason: 'Full name' },
      changes: expect.arrayContaining([
        expect.objectContaining({ field: 'place', from: office.place, to: fields.place }),
      ]),
    });
  });

  it('corrects from a day on when the correction says so', async () => {
    const office = await world.ofActivity('office/zhejiang');
    const happens = { start: '2023-06-20', end: '2023-06-20' };
    const body = { fields: { happens }, reason: 'Put off', effective: '2023-06-18' };
    await post(office.id, 'corrections', body);
    const start = async (asOf: string) =>
      (await world.client.announcement(office.id, { asOf })).happens?.start;
    expect(await start('2023-06-17')).toBe('2023-06-15');
    expect(await start('2023-06-18')).toBe('2023-06-20');
  });

  it('refuses a change to a revision that is no longer the newest', async () => {
    const office = await world.ofActivity('office/zhejiang');
    const head = await world.head();
    const stale = post(office.id, 'corrections', { fields: { theme: 'x' }, reason: 'y' }, 0);
    await expect(stale).rejects.toMatchObject({ status: 412 });
    expect(await world.head()).toBe(head);
  });

  it('withdraws from the announcer’s day on, or as a mistake of ours at every asOf', async () => {
    const summit = await given(yearly(2023));
    const mistaken = await given(yearly(2024));
    const known = await world.head();
    await post(summit.id, 'withdrawal', { reason: 'Called off', effective: '2023-11-20' });
    await post(mistaken.id, 'withdrawal', { reason: 'We misread it' });

    const status = async (id: string, moment: object) => (await world.client.announcement(id, moment)).status;
    expect(await status(summit.id, { asOf: '2023-11-19' })).toBe('published');
    expect(await status(summit.id, { asOf: '2023-11-20' })).toBe('withdrawn');
    expect(await status(summit.id, { knownAt: known })).toBe('published');
    expect(await status(mistaken.id, { asOf: '2024-11-09' })).toBe('withdrawn');
    expect(await status(mistaken.id, { asOf: '2024-11-09', knownAt: known })).toBe('published');

    const listed = async (moment: object) =>
      (await world.all({ kind: 'summit', ...moment })).map(({ id }) => id);
    expect(await listed({})).toEqual([]);
    expect(await listed({ status: 'withdrawn' })).toEqual([summit.id, mistaken.id]);
    expect(await listed({ asOf: '2023-11-19' })).toEqual([summit.id]);
    expect(await listed({ knownAt: known })).toEqual([summit.id, mistaken.id]);
    const type = 'announcement.withdrawn';
    expect((await entries(summit.id)).at(-1)).toMatchObject({ type, why: { reason: 'Called off' } });
  });

  it('merges two into one that has the coverage of both', async () => {
    const survivor = await given(DIALOGUE);
    const body = { kind: 'forum', title: { en: 'A dialogue in Qufu' }, announcedAt: '2023-06-11' };
    const double = await world.client.http.json<Announcement>('POST', '/v1/announcements', { body });
    const known = await world.head();
    const merged = await post(double.id, 'merge', { into: survivor.id, reason: 'The same dialogue' });
    expect(merged).toMatchObject({ id: double.id, status: 'merged', mergedInto: survivor.id });

    expect(await world.client.announcement(double.id)).toMatchObject({ mergedInto: survivor.id });
    const coverage = async (moment: object) =>
      (await world.client.announcement(survivor.id, moment)).coverage.length;
    expect(await coverage({})).toBe(2);
    expect(await coverage({ asOf: '2023-06-10' })).toBe(1);
    expect(await coverage({ asOf: '2023-06-11' })).toBe(2);
    expect(await coverage({ knownAt: known })).toBe(1);
    const ids = async (moment: object) => (await world.all({ kind: 'forum', ...moment })).map(({ id }) => id);
    expect(await ids({})).toEqual([survivor.id]);
    expect(await ids({ knownAt: known })).toEqual([survivor.id, double.id]);

    const back = post(survivor.id, 'merge', { into: double.id, reason: 'A circle' });
    await expect(back).rejects.toMatchObject({ status: expect.any(Number), message: /merge/i });
    await expect(post(survivor.id, 'merge', { into: survivor.id, reason: 'Itself' })).rejects.toThrow();
    expect(await ids({})).toEqual([survivor.id]);
  });

  it('splits coverage off, and what was split off stays so', async () => {
    const dialogue = await given(DIALOGUE_ELSEWHERE);
    await given(DIALOGUE_ZH);
    const known = await world.head();
    const chinese = (await world.client.announcement(dialogue.id)).coverage.find(
      ({ lang }) => lang === 'zh',
    )!;
    const answer = await post<{ announcement: Announcement; split: Announcement }>(dialogue.id, 'split', {
      itemIds: [chinese.itemId],
      reason: 'Of another meeting',
    });
    const itemsOf = ({ coverage }: Announcement) => coverage.map(({ itemId }) => itemId);
    expect(itemsOf(answer.announcement)).not.toContain(chinese.itemId);
    expect(itemsOf(answer.split)).toEqual([chinese.itemId]);
    expect(answer.split.id).not.toBe(dialogue.id);

    const now = await world.client.announcement(dialogue.id, { asOf: '2023-06-14' });
    expect(itemsOf(now)).not.toContain(chinese.itemId);
    expect(itemsOf(await world.client.announcement(dialogue.id, { knownAt: known }))).toContain(
      chinese.itemId,
    );
    await expect(world.client.announcement(answer.split.id, { knownAt: known })).rejects.toMatchObject({
      status: 404,
    });

    const job = await world.client.http.json<{ id: string }>('POST', '/v1/jobs', {
      body: { job: 'reextract' },
    });
    await world.jobDone(job.id);
    expect(itemsOf(await world.client.announcement(dialogue.id))).not.toContain(chinese.itemId);
  });

  it('told followers of everything, each once, with the state just after it', async () => {
    const log = await world.log('announcement.*', world.tracker.client(null));
    const types = new Set(log.map(({ type }) => type));
    for (const type of ['corrected', 'withdrawn', 'merged', 'split', 'covered', 'published'])
      expect([...types]).toContain(`announcement.${type}`);
    const expected = log.map(({ position, type }) => [position, type]);
    await stream.reached(log.at(-1)!.position);
    expect(stream.events.map(({ position, type }) => [position, type])).toEqual(expected);

    const deliveries = await world.receiver.atLeast('/all', log.length);
    expect(deliveries.map(({ body }) => [body.position, body.type])).toEqual(expected);
    expect(deliveries.every(({ verified }) => verified)).toBe(true);
    const states = deliveries.map(({ body }) => [body.type, body.data.announcement.status]);
    expect(states).toContainEqual(['announcement.corrected', 'corrected']);
    expect(states).toContainEqual(['announcement.withdrawn', 'withdrawn']);
    expect(states).toContainEqual(['announcement.merged', 'merged']);
  });
});
