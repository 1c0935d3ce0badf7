import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Announcement } from '#client';
import { World } from '../acceptance/harness/world.js';
import { OFFICE } from '../acceptance/texts/news.js';

jest.setTimeout(60_000);

describe('keys and shares', () => {
  let world: World;
  let announcement: Announcement;

  beforeAll(async () => {
    world = await World.open();
    const document = { title: OFFICE.title, text: OFFICE.text, publishedAt: OFFICE.published };
    const { announcements } = await world.client.importDocument(document);
    announcement = await world.client.announcement(announcements[0]!.id);
  });
  afterAll(() => world?.close());

  const call = (
    method: string,
    path: string,
    key: string | null,
    init: { body?: object; headers?: object } = {},
  ) =>
    fetch(world.tracker.url + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...init.headers,
      },
      ...(init.body ? { body: JSON.stringify(init.body) } : {}),
    });
  const newKey = async (scopes: string[]) => {
    const body = { name: 'spec', scopes };
    return world.client.http.json<{ id: string; key: string }>('POST', '/v1/keys', { body });
  };
  const correction = (theme: string) => ({ fields: { theme }, reason: 'A spec' });
  const corrections = () => `/v1/announcements/${announcement.id}/corrections`;

  it('asks for a key, and says which scope one lacks', async () => {
    const without = await call('POST', corrections(), null, { body: correction('x') });
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toBe('Bearer');
    const { key } = await newKey(['sources:write']);
    const lacking = await call('POST', corrections(), key, { body: correction('x') });
    expect(lacking.status).toBe(403);
    expect(await lacking.text()).toContain('announcements:write');
    for (const path of ['/v1/webhooks', '/v1/keys', '/v1/backup'])
      expect((await call('GET', path, key)).status).toBe(403);
  });

  it('knows a key no more once it is revoked', async () => {
    const { id, key } = await newKey(['webhooks:read']);
    expect((await call('GET', '/v1/webhooks', key)).status).toBe(200);
    expect((await call('DELETE', `/v1/keys/${id}`, null)).status).toBe(401);
    await world.client.http.json('DELETE', `/v1/keys/${id}`);
    expect((await call('GET', '/v1/webhooks', key)).status).toBe(401);
  });

  it('never shows a key again', async () => {
    const { key } = await newKey(['announcements:read']);
    const listed = await (await world.client.http.raw('GET', '/v1/keys')).text();
    expect(listed).not.toContain(key);
  });

  it('carries out a write once for each Idempotency-Key', async () => {
    const { key } = await newKey(['announcements:write']);
    const once = (theme: string) =>
      call('POST', corrections(), key, { body: correction(theme), headers: { 'idempotency-key': 'one' } });
    const [first, again] = [await once('One'), await once('One')];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await again.json()).toEqual(await first.json());
    expect((await once('Two')).status).toBe(422);
    const { data } = await world.client.history(announcement.id);
    expect(data.filter(({ type }) => type === 'announcement.corrected')).toHaveLength(1);
  });

  it('keeps a secret out of a repeated answer', async () => {
    const ask = () =>
      world.client.http.json<{ id: string; secret?: string }>('POST', '/v1/webhooks', {
        body: { url: `${world.receiver.origin}/once` },
        headers: { 'idempotency-key': 'hook' },
      });
    const [first, again] = [await ask(), await ask()];
    expect(first.secret).toMatch(/^whsec_/);
    expect(again.id).toBe(first.id);
    expect(again.secret).toBeUndefined();
  });

  it('answers 304 to who has it already', async () => {
    const path = `/v1/announcements/${announcement.id}`;
    const etag = (await call('GET', path, null)).headers.get('etag');
    expect(etag).toMatch(/^W\//);
    expect((await call('GET', path, null, { headers: { 'if-none-match': etag! } })).status).toBe(304);
  });

  it('holds a client to 60 writes a minute, then says when to come back', async () => {
    const { key } = await newKey(['announcements:write']);
    const statuses: number[] = [];
    for (let n = 0; n < 61; n++) {
      const answer = await call('POST', corrections(), key, { body: {} });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(400));
    expect(statuses[60]).toBe(429);
  });

  it('throttles who tries keys', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      const answer = await call('POST', corrections(), `wrong-key-${n}-0123456789abcdef`, { body: {} });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses[20]).toBe(429);
    expect((await world.client.announcements()).total).toBe(1);
  });
});

describe('PUBLIC_READS=false', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open({ PUBLIC_READS: 'false' });
  });
  afterAll(() => world?.close());

  it('closes reads to who has no key, but not health', async () => {
    const status = async (path: string) => (await fetch(world.tracker.url + path)).status;
    for (const path of ['/v1/announcements', '/v1/events', '/v1/stream', '/v1/feed.rss', '/v1/status'])
      expect([path, await status(path)]).toEqual([path, 401]);
    for (const path of ['/health/live', '/health/ready']) expect(await status(path)).toBe(200);
    const reading = await world.tracker.newClient('announcements:read');
    expect((await reading.announcements()).total).toBe(0);
  });

  it('lets a browser open one stream with a ticket, once', async () => {
    const reading = await world.tracker.newClient('announcements:read');
    const { ticket } = await reading.http.json<{ ticket: string }>('POST', '/v1/stream-tickets');
    const open = async () => {
      const stop = new AbortController();
      const answer = await fetch(`${world.tracker.url}/v1/stream?ticket=${encodeURIComponent(ticket)}`, {
        signal: stop.signal,
      });
      stop.abort();
      return answer.status;
    };
    expect(await open()).toBe(200);
    expect(await open()).toBe(401);
  });
});
