import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '../acceptance/harness/world.js';

jest.setTimeout(60_000);

/** Every route that the contract names. */
const ROUTES = `
GET /v1/announcements
POST /v1/announcements
GET /v1/announcements/{id}
GET /v1/announcements/{id}/history
GET /v1/announcements/{id}/diff
POST /v1/announcements/{id}/corrections
POST /v1/announcements/{id}/withdrawal
POST /v1/announcements/{id}/merge
POST /v1/announcements/{id}/split
GET /v1/facets
GET /v1/items/{id}
GET /v1/review
POST /v1/review/{id}
POST /v1/documents
POST /v1/extractions
GET /v1/activities
GET /v1/activities/{id}
GET /v1/timeline
GET /v1/sources
POST /v1/sources
GET /v1/sources/{id}
PATCH /v1/sources/{id}
DELETE /v1/sources/{id}
POST /v1/sources/{id}/poll
GET /v1/sources/{id}/polls
GET /v1/sources.opml
POST /v1/sources.opml
GET /v1/events
GET /v1/stream
POST /v1/stream-tickets
GET /v1/replay
GET /v1/feed.rss
GET /v1/feed.atom
GET /v1/feed.json
GET /v1/calendar.ics
GET /v1/webhooks
POST /v1/webhooks
GET /v1/webhooks/{id}
PATCH /v1/webhooks/{id}
DELETE /v1/webhooks/{id}
POST /v1/webhooks/{id}/test
POST /v1/webhooks/{id}/rotate-secret
POST /v1/webhooks/{id}/enable
POST /v1/webhooks/{id}/replays
GET /v1/webhooks/{id}/attempts
POST /v1/webhooks/{id}/attempts/{attemptId}/retry
GET /health/live
GET /health/ready
GET /metrics
GET /v1/status
GET /v1/keys
POST /v1/keys
DELETE /v1/keys/{id}
POST /v1/jobs
GET /v1/jobs/{id}
GET /v1/backup
`
  .trim()
  .split('\n');

interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, { responses: Record<string, unknown>; parameters?: Parameter[] }>>;
}

interface Parameter {
  name: string;
  in: string;
}

describe('operations', () => {
  let world: World;
  let document: OpenApi;

  beforeAll(async () => {
    world = await World.open();
    document = (await (await get('/openapi.json')).json()) as OpenApi;
  });
  afterAll(() => world?.close());

  const get = (path: string) => fetch(world.tracker.url + path);

  it('tells its health part by part', async () => {
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    const { checks } = (await ready.json()) as { checks: Record<string, { ok: boolean; detail: string }> };
    expect(Object.keys(checks)).toEqual(expect.arrayContaining(['store', 'database', 'queue', 'views']));
    for (const { ok, detail } of Object.values(checks)) expect([ok, detail.length > 3]).toEqual([true, true]);
  });

  it('gives figures to Prometheus', async () => {
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^(#|[a-zA-Z_:][\w:]*(\{.*\})? -?[\d.e+NaInf-]+$)/);
    expect(lines.some((line) => line.startsWith('wic_'))).toBe(true);
  });

  it('tells its status', async () => {
    expect(await (await get('/v1/status')).json()).toMatchObject({
      version: expect.any(String),
      roles: expect.arrayContaining(['api', 'poller', 'reader', 'projector', 'deliverer']),
    });
  });

  it('describes every route of the contract in OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(ROUTES.filter((route) => !described.includes(route))).toEqual([]);
  });

  it('names every part of a path as a parameter and every answer with a status', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { parameters = [], responses }] of Object.entries(item)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect([method, path, inPath.sort()]).toEqual([method, path, parts.sort()]);
        expect(Object.keys(responses).every((status) => /^([1-5]\d\d|default)$/.test(status))).toBe(true);
      }
    }
  });

  it('names both axes on every route that travels in time', () => {
    const TRAVELS = [
      'announcements',
      'announcements/{id}',
      'announcements/{id}/history',
      'facets',
      'timeline',
    ];
    TRAVELS.push('activities', 'activities/{id}', 'feed.rss', 'feed.atom', 'feed.json', 'calendar.ics');
    const lacking = TRAVELS.filter((path) => {
      const names = (document.paths[`/v1/${path}`]?.['get']?.parameters ?? []).map(({ name }) => name);
      return !['asOf', 'knownAt', 'tz'].every((name) => names.includes(name));
    });
    expect(lacking).toEqual([]);
  });

  it('has a page to read it on, which loads nothing from elsewhere', async () => {
    const page = await get('/docs');
    expect(page.status).toBe(200);
    const html = await page.text();
    expect([...html.matchAll(/(?:src|href)="(https?:)?\/\/[^"]+"/g)].map(([found]) => found)).toEqual([]);
  });
});
