import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '../acceptance/harness/world.js';
import { DIALOGUE, OFFICE } from '../acceptance/texts/news.js';

jest.setTimeout(60_000);

describe('following', () => {
  let world: World;
  let dialogue: string;
  let url: string;

  beforeAll(async () => {
    world = await World.open();
    ({ url } = world.tracker);
    for (const { title, text, published } of [DIALOGUE, OFFICE]) {
      const body = { title, text, publishedAt: published };
      const { announcements } = await world.client.importDocument(body);
      dialogue ??= announcements[0]!.id;
    }
  });
  afterAll(() => world?.close());

  /** The events of a stream that ends by itself. */
  const streamed = async (path: string, headers = {}) => {
    const text = await (await fetch(url + path, { headers })).text();
    return text
      .split('\n\n')
      .filter((block) => /^event:/m.test(block))
      .map((block) => ({
        id: /^id: (.*)$/m.exec(block)?.[1],
        event: /^event: (.*)$/m.exec(block)![1]!,
        data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as { day?: string; announcedAt?: string },
      }));
  };

  it('replays with the days between, and goes on where it was paused', async () => {
    const range = '/v1/replay?from=2023-06-10&to=2023-06-30&speed=20';
    const all = await streamed(range);
    const days = all.filter(({ event }) => event === 'day').map(({ data }) => data.day!);
    expect(days[0]).toBe('2023-06-10');
    expect(days).toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(2);
    expect(all.filter(({ event }) => event === 'day').every(({ id }) => id === undefined)).toBe(true);
    const told = all.filter(({ id }) => id !== undefined);
    expect(told).toHaveLength(2);
    expect(all.at(-1)!.event).toBe('end');
    const rest = await streamed(range.replace('06-10', '06-15'), { 'last-event-id': told[0]!.id! });
    expect(rest.filter(({ id }) => id !== undefined).map(({ id }) => id)).toEqual([told[1]!.id]);
  });

  it('filters the log as lists are filtered, on every way out', async () => {
    const { data } = await world.client.events({ type: 'announcement.*', activity: 'office' });
    expect(data.map(({ data: told }) => told.announcement?.kind)).toEqual(['office_opening']);
    const both = await world.client.events({ type: 'announcement.*', organisation: 'no such body' });
    expect(both.data).toEqual([]);
    const replayed = await streamed('/v1/replay?q=Nishan');
    expect(replayed.filter(({ id }) => id !== undefined)).toHaveLength(1);
    const accept = { accept: 'application/x-ndjson' };
    const lines = await (
      await fetch(`${url}/v1/events?type=announcement.*&place=Qufu`, { headers: accept })
    ).text();
    expect(lines.trim().split('\n')).toHaveLength(1);
  });

  it('resets a cursor beyond the head', async () => {
    const stream = await fetch(`${url}/v1/stream?after=999999`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream() as never).getReader();
    let text = '';
    while (!text.includes('event: reset')) text += (await reader.read()).value as unknown as string;
    await reader.cancel();
    expect(text).toContain('"logId"');
  });

  it('has feeds that move with a revision, as of any day, with types and tags of their own', async () => {
    const read = async (path: string) => {
      const answer = await fetch(url + path);
      return {
        type: answer.headers.get('content-type'),
        etag: answer.headers.get('etag'),
        text: await answer.text(),
      };
    };
    const before = await read('/v1/feed.json?kind=forum');
    const head = await world.head();
    const path = { id: dialogue };
    const fields = { happens: { start: '2023-06-26', end: '2023-06-28' } };
    await world.client.call('post', '/v1/announcements/{id}/corrections', {
      path,
      body: { fields, reason: 'It was put off' },
    });
    const after = await read('/v1/feed.json?kind=forum');
    const item = ({ text }: { text: string }) =>
      (JSON.parse(text) as { items: { id: string; date_modified: string }[] }).items[0]!;
    expect(item(after).id).toBe(item(before).id);
    expect(item(after).date_modified > item(before).date_modified).toBe(true);
    expect(after.etag).not.toBe(before.etag);
    const again = await fetch(`${url}/v1/feed.json?kind=forum`, {
      headers: { 'if-none-match': after.etag! },
    });
    expect(again.status).toBe(304);

    const feeds = { 'feed.rss': 'application/rss+xml', 'feed.atom': 'application/atom+xml' };
    for (const [name, type] of Object.entries(feeds)) {
      const feed = await read(`/v1/${name}?kind=forum&q=Nishan`);
      expect(feed.type).toBe(`${type}; charset=utf-8`);
      expect(feed.text).toContain(`href="${url}/v1/${name}?kind=forum&amp;q=Nishan"`);
    }
    const then = await read('/v1/calendar.ics?asOf=2023-06-12');
    expect(then.type).toBe('text/calendar; charset=utf-8');
    expect(then.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const known = await read(`/v1/calendar.ics?kind=forum&knownAt=${head}`);
    expect(known.text).toContain('DTSTART;VALUE=DATE:20230625');
    expect((await read('/v1/calendar.ics?kind=forum')).text).toContain('DTSTART;VALUE=DATE:20230626');
  });
});
