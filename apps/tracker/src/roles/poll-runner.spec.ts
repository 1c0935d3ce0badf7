import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Polling, rss } from './polling.fixture.js';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const ago = (days: number) => new Date(NOW - days * DAY_MS);

let polling: Polling;
let url: string;
let served = '';
const archive = rss({ name: 'archived', date: ago(1) }, { name: 'h', date: ago(2) });
beforeAll(async () => {
  polling = await Polling.open();
  url = await polling.serve('127.0.2.1', ({ url: path }, response) => {
    response.end(path === '/archive' ? archive : served);
  });
  await polling.follow('s1', `${url}/feed`);
});
afterAll(() => polling.close());

/** The items of a poll, each with its flag. */
async function brought(feed: string): Promise<Record<string, boolean>> {
  const before = (await polling.items()).length;
  served = feed;
  await polling.runner.run('s1');
  const events = (await polling.items()).slice(before);
  return Object.fromEntries(
    events.map(({ data, backfill }) => [(data as { title: string }).title.slice('News '.length), backfill]),
  );
}

describe('what a poll brings into the log is flagged as old', () => {
  it('where it was told more than a week ago, or may have been: a first fetch floods nobody', async () => {
    const first = [
      { name: 'a', date: ago(1) },
      { name: 'b', date: ago(9) },
      { name: 'c', date: null },
    ];
    expect(await brought(rss(...first))).toEqual({ a: false, b: true, c: true });
  });

  it('where a feed lists its old items again under new names', async () => {
    const relisted = Array.from({ length: 30 }, (_, n) => ({ name: `old-${n}`, date: ago(30 + n) }));
    const found = await brought(rss({ name: 'a', date: ago(1) }, { name: 'd', date: ago(0.1) }, ...relisted));
    expect(found).toEqual({ d: false, ...Object.fromEntries(relisted.map(({ name }) => [name, true])) });
  });

  it('where an archive tells it after a gap, whatever its date', async () => {
    await brought(rss({ name: 'h', date: ago(2) }, { name: 'd', date: ago(0.1) }));
    const link = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="${url}/archive"/>`;
    const found = await brought(rss({ name: 'e', date: ago(0) }).replace('<title>News</title>', link));
    expect(found).toEqual({ e: false, archived: true });
  });
});
