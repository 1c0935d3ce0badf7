import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnswerCheck } from '../acceptance/harness/checked-fetch.js';
import { eventually } from '../acceptance/harness/eventually.js';
import { World } from '../acceptance/harness/world.js';
import { DIALOGUE, DIALOGUE_ELSEWHERE, DIALOGUE_ZH, OFFICE } from '../acceptance/texts/news.js';

jest.setTimeout(120_000);

/** Asked for by others: a restore needs an empty log. */
const ELSEWHERE = ['post /v1/restore 202'];

describe('answers', () => {
  let world: World;
  let call: World['client']['call'];
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.open();
    call = world.client.call.bind(world.client);
  });
  afterAll(() => world?.close());

  const given = async ({ title, text, published }: { title: string; text: string; published: string }) => {
    const body = { title, text, publishedAt: published };
    const { announcements, itemId } = await call('post', '/v1/documents', { body });
    return { id: announcements[0]!.id, itemId, outcome: announcements[0]!.outcome };
  };

  it('of documents, announcements and their history are as described', async () => {
    const [dialogue, office] = [await given(DIALOGUE), await given(OFFICE)];
    const { itemId } = await given(DIALOGUE_ZH);
    Object.assign(ids, { dialogue: dialogue.id, office: office.id, itemId });
    await call('post', '/v1/extractions', { body: { text: OFFICE.text } });
    await call('get', '/v1/announcements', { query: { kind: ['forum', 'office_opening'], limit: 1 } });
    await call('get', '/v1/items/{id}', { path: { id: itemId } });
    for (const path of ['/v1/facets', '/v1/timeline', '/v1/activities'] as const) await call('get', path);
    await call('get', '/v1/activities/{id}', { path: { id: 'office/zhejiang' } });
    await call('get', '/v1/announcements/{id}', { path: { id: dialogue.id } });
    await call('get', '/v1/announcements/{id}/history', { path: { id: dialogue.id } });
    const query = { from: 0, to: 1 };
    const { changes } = await call('get', '/v1/announcements/{id}/diff', {
      path: { id: dialogue.id },
      query,
    });
    expect(changes.map(({ field }) => field)).toContain('coverage');
  });

  it('of mending and of the review queue are as described', async () => {
    const [path, reason] = [{ id: ids['dialogue']! }, 'so it is'];
    const happens = { start: '2023-06-30', end: '2023-06-30' };
    const body = { fields: { happens }, reason };
    await call('post', '/v1/announcements/{id}/corrections', { path, body });
    const { outcome } = await given(DIALOGUE_ELSEWHERE);
    expect(outcome).toBe('review');
    const { data } = await call('get', '/v1/review');
    expect(data[0]).toMatchObject({ why: 'contradicts a correction', announcementId: path.id });
    const decision = { decision: 'accept' as const };
    await call('post', '/v1/review/{id}', { path: { id: data[0]!.id }, body: decision });
    const split = { itemIds: [ids['itemId']!], reason };
    await call('post', '/v1/announcements/{id}/split', { path, body: split });
    const stated = { kind: 'forum' as const, title: { en: 'A dialogue' }, announcedAt: '2023-06-11' };
    const made = await call('post', '/v1/announcements', { body: stated });
    const merge = { into: path.id, reason };
    await call('post', '/v1/announcements/{id}/merge', { path: { id: made.id }, body: merge });
    await call('post', '/v1/announcements/{id}/withdrawal', { path, body: { reason } });
  });

  it('of sources are as described', async () => {
    world.site.rss('/feed', []);
    await call('post', '/v1/sources/preview', { body: { url: world.site.url('/feed'), filter: 'wic' } });
    const id = await world.follow('/feed');
    await call('get', '/v1/sources');
    await call('get', '/v1/sources/{id}', { path: { id } });
    await call('post', '/v1/sources/{id}/poll', { path: { id } });
    await call('get', '/v1/sources/{id}/polls', { path: { id } });
    await call('patch', '/v1/sources/{id}', { path: { id }, body: { paused: true } });
    const opml = '<opml version="2.0"><body><outline xmlUrl="ftp://a.example/"/></body></opml>';
    const { failed } = await call('post', '/v1/sources.opml', { body: { opml } as never });
    expect(failed).toHaveLength(1);
  });

  it('of webhooks are as described', async () => {
    await world.receiver.answer(204);
    const url = `${world.receiver.origin}/hook`;
    const { id } = await call('post', '/v1/webhooks', { body: { url, types: ['announcement.*'] } });
    const path = { id };
    await call('get', '/v1/webhooks');
    await call('get', '/v1/webhooks/{id}', { path });
    await call('patch', '/v1/webhooks/{id}', { path, body: { description: 'mine' } });
    await call('post', '/v1/webhooks/{id}/test', { path });
    await call('post', '/v1/webhooks/{id}/rotate-secret', { path, body: { overlapHours: 1 } });
    await call('post', '/v1/webhooks/{id}/enable', { path, body: { resume: 'now' } });
    const body = { from: '2023-06-01', mode: 'all' as const };
    await call('post', '/v1/webhooks/{id}/replays', { path, body });
    const attempts = async () => (await call('get', '/v1/webhooks/{id}/attempts', { path })).data;
    const { id: attemptId } = await eventually(
      async () => (await attempts()).find(({ lane }) => lane !== 'test'),
      { what: 'an attempt' },
    );
    await call('post', '/v1/webhooks/{id}/attempts/{attemptId}/retry', { path: { id, attemptId } });
  });

  it('of the log and of operations are as described', async () => {
    const { data } = await call('get', '/v1/events', { query: { limit: 500 } });
    expect(new Set(data.map(({ type }) => type.split('.')[0])).size).toBeGreaterThan(4);
    await call('post', '/v1/stream-tickets');
    for (const path of ['/v1/status', '/health/live', '/health/ready'] as const) await call('get', path);
    await call('post', '/v1/keys', { body: { name: 'other', scopes: ['admin'] } });
    await call('get', '/v1/keys');
    const { id } = await call('post', '/v1/jobs', { body: { job: 'verify' } });
    expect(await world.jobDone(id)).toMatchObject({ ok: true });
  });

  it('and so every route has been held against its description', async () => {
    const { answers } = world.tracker;
    const missing = (await answers.expected()).filter((route) => !answers.checked.has(route));
    expect(missing).toEqual(ELSEWHERE);
  });

  it('are refused by the check where they are not as described', async () => {
    const { tracker } = world;
    const check = new AnswerCheck(tracker.url);
    const spoilt = async (change: (body: Record<string, unknown>) => void) => {
      const body = (await (await fetch(`${tracker.url}/v1/status`)).json()) as Record<string, unknown>;
      change(body);
      const response = new Response(JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
      });
      return check.hold(`${tracker.url}/v1/status`, 'GET', response);
    };
    await expect(spoilt(() => undefined)).resolves.toBeUndefined();
    await expect(spoilt((body) => (body['unheardOf'] = 1))).rejects.toThrow('not as described');
    await expect(spoilt((body) => delete body['head'])).rejects.toThrow('not as described');
  });
});
