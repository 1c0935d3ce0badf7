import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '../acceptance/harness/world.js';
import { ADMIN_KEY } from '../acceptance/harness/tracker-process.js';
import { OFFICE } from '../acceptance/texts/news.js';

jest.setTimeout(60_000);

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { pointer: string; detail: string }[];
}

interface Asked {
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
}

let world: World;
/** An announcement that stands. */
let id: string;
/** A key that may write announcements and nothing else. */
let writing: string;
let head: string;

beforeAll(async () => {
  world = await World.open();
  const document = { title: OFFICE.title, text: OFFICE.text, publishedAt: OFFICE.published };
  id = (await world.client.importDocument(document)).announcements[0]!.id;
  const body = { name: 'writing', scopes: ['announcements:write'] };
  writing = (await world.client.http.json<{ key: string }>('POST', '/v1/keys', { body })).key;
  head = await world.head();
});
afterAll(() => world?.close());

async function ask(method: string, path: string, { body, key = writing, headers = {} }: Asked = {}) {
  const answer = await fetch(world.tracker.url + path.replace('{id}', id), {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, problem: (await answer.json()) as Problem };
}

/** Every refusal: RFC 9457, and it changed nothing. */
async function refused(method: string, path: string, asked?: Asked) {
  const { status, headers, problem } = await ask(method, path, asked);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(problem).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
  expect(problem.detail.length).toBeGreaterThan(10);
  expect(problem.instance).toContain(path.split('?')[0]!.replace('{id}', id));
  return { status, headers, problem, pointers: (problem.errors ?? []).map(({ pointer }) => pointer) };
}

const CORRECTION = '/v1/announcements/{id}/corrections';
const reason = 'A spec';

describe('bad input', () => {
  it.each<[what: string, method: string, path: string, body: unknown, status: number, pointer?: string]>([
    [
      'an unknown field',
      'POST',
      CORRECTION,
      { fields: { theme: 'x' }, reason, colour: 'red' },
      400,
      '/colour',
    ],
    [
      'an unknown field inside',
      'POST',
      CORRECTION,
      { fields: { colour: 'x' }, reason },
      400,
      '/fields/colour',
    ],
    ['a wrong type', 'POST', CORRECTION, { fields: { theme: 7 }, reason }, 400, '/fields/theme'],
    ['a kind there is not', 'POST', CORRECTION, { fields: { kind: 'party' }, reason }, 400, '/fields/kind'],
    ['a missing reason', 'POST', CORRECTION, { fields: { theme: 'x' } }, 400, '/reason'],
    ['nothing to correct', 'POST', CORRECTION, { fields: {}, reason }, 422, '/fields'],
    ['an impossible date', 'POST', '/v1/documents', { text: 'x', publishedAt: '2023-02-30' }, 422],
    [
      'an impossible day of an event',
      'POST',
      CORRECTION,
      { fields: { happens: { start: '2023-06-31' } }, reason },
      422,
      '/fields/happens/start',
    ],
    [
      'an end before its start',
      'POST',
      CORRECTION,
      { fields: { happens: { start: '2023-06-30', end: '2023-06-01' } }, reason },
      422,
      '/fields/happens',
    ],
    ['text and html at once', 'POST', '/v1/documents', { text: 'x', html: 'y' }, 422],
    ['no text at all', 'POST', '/v1/documents', {}, 422],
    ['an array for an object', 'POST', '/v1/documents', [], 400],
    ['half a JSON', 'POST', '/v1/documents', '{"text": "x', 400],
    ['no body', 'POST', CORRECTION, undefined, 400],
    ['an announcement there is not', 'POST', '/v1/announcements/none/withdrawal', { reason }, 404],
    ['a merge into none', 'POST', '/v1/announcements/{id}/merge', { into: 'none', reason }, 404],
    [
      'a split of an item it has not',
      'POST',
      '/v1/announcements/{id}/split',
      { itemIds: ['none'], reason },
      422,
    ],
    ['a proposal there is not', 'POST', '/v1/review/none', { decision: 'accept' }, 404],
  ])('%s is refused', async (_, method, path, body, status, pointer = '') => {
    const answer = await refused(method, path, { body });
    expect(answer.status).toBe(status);
    if (pointer !== '') expect(answer.pointers).toContain(pointer);
  });

  it.each<[path: string, status: number, pointer?: string]>([
    ['/v1/announcements?colour=red', 400, '/colour'],
    ['/v1/announcements?limit=0', 400, '/limit'],
    ['/v1/announcements?limit=201', 400, '/limit'],
    ['/v1/announcements?kind=party', 400, '/kind/0'],
    ['/v1/announcements?asOf=2023-02-30', 422, '/asOf'],
    ['/v1/announcements?asOf=yesterday', 400, '/asOf'],
    ['/v1/announcements?tz=Mars/Olympus', 422, '/tz'],
    ['/v1/announcements?cursor=nonsense', 422],
    ['/v1/facets?order=announced', 400, '/order'],
    ['/v1/timeline?colour=red', 400, '/colour'],
    ['/v1/activities?status=asleep', 400, '/status'],
    ['/v1/events?after=soon', 400],
    ['/v1/events?wait=31', 400, '/wait'],
    ['/v1/replay?speed=-1', 400, '/speed'],
    ['/v1/feed.rss?colour=red', 400, '/colour'],
    ['/v1/calendar.ics?colour=red', 400, '/colour'],
    ['/v1/announcements/none', 404],
    ['/v1/announcements/none/history', 404],
    ['/v1/announcements/{id}/diff?from=0&to=99', 404],
    ['/v1/activities/none/1', 404],
    ['/v1/items/none', 404],
    ['/v1/sources/none', 404],
    ['/v1/nothing', 404],
    ['/nothing', 404],
  ])('GET %s is refused', async (path, status, pointer = '') => {
    const answer = await refused('GET', path);
    expect(answer.status).toBe(status);
    if (pointer !== '') expect(answer.pointers).toContain(pointer);
  });

  it('a body over 2 MiB is refused, and one just below is read', async () => {
    const text = (size: number) => ({ text: 'x'.repeat(size) });
    expect((await refused('POST', '/v1/documents', { body: text(2 * 1024 * 1024) })).status).toBe(413);
    const { status } = await ask('POST', '/v1/documents', { body: text(2_000_000) });
    expect(status).toBe(200);
  });

  it('a body that is not JSON is refused', async () => {
    const headers = { 'content-type': 'application/xml' };
    expect((await refused('POST', '/v1/documents', { body: '<text/>', headers })).status).toBe(415);
  });

  it('a source or webhook at an address that must not be reached is refused', async () => {
    const asked = (url: string) => ({ key: ADMIN_KEY, body: { url } });
    for (const path of ['/v1/sources', '/v1/webhooks']) {
      expect((await refused('POST', path, asked('http://169.254.169.254/latest'))).status).toBe(422);
      expect((await refused('POST', path, asked('ftp://example.org/feed'))).status).toBe(400);
      expect((await refused('POST', path, asked('http://[::ffff:10.0.0.1]/'))).status).toBe(422);
    }
  });

  it('none of it left a trace', async () => {
    expect(await world.head()).toBe(head);
  });
});
