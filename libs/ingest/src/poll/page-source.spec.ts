import { describe, expect, it } from '@jest/globals';
import { PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();

describe('a page', () => {
  const article = (n: number) =>
    `<html><body><nav>Home</nav><article><h1>Wuzhen talk ${n}</h1><p>${'The talk went on for a while. '.repeat(8)}</p></article></body></html>`;
  const path = (n: number) => `/2023-06/15/c_${1000 + n}.htm`;

  it('is read through its articles, dated by their addresses, a bounded number a poll', async () => {
    await world.follow('p1', { kind: 'page', url: world.site.url('/'), linkPattern: 'c_\\d+\\.htm$' });
    const links = Array.from({ length: 25 }, (_, n) => n);
    world.site.serve(
      '/',
      links.map((n) => `<a href="${path(n)}">Talk ${n}</a>`).join('') + '<a href="/about">x</a>',
      {
        etag: '"list"',
      },
    );
    for (const n of links) world.site.serve(path(n), article(n));
    const first = await world.pollAndSettle('p1');
    expect(first.itemCommands).toHaveLength(20);
    expect(first.attempt.outcome).toBe('incomplete');
    expect(first.itemCommands[0]?.command).toMatchObject({
      data: { title: 'Wuzhen talk 0', publishedAt: '2023-06-14T16:00:00.000Z', publishedAtPrecision: 'day' },
    });
    world.site.requests.length = 0;
    const second = await world.pollAndSettle('p1');
    expect(second.itemCommands).toHaveLength(5);
    expect(world.site.requests).toHaveLength(6);
    expect(world.site.requests[0]?.headers['if-none-match']).toBeUndefined();
    await world.pollAndSettle('p1');
    expect(world.site.requests.at(-1)?.headers['if-none-match']).toBe('"list"');
  });

  it('reports an article gone only after it answered so on two days', async () => {
    await world.follow('p1', { kind: 'page', url: world.site.url('/') });
    world.site.serve('/', `<a href="${path(1)}">Talk</a>`);
    world.site.serve(path(1), article(1));
    await world.pollAndSettle('p1');
    world.site.answers.delete(path(1));
    const reports: string[] = [];
    for (let n = 0; n < 3; n++) {
      world.later(25);
      reports.push((await world.pollAndSettle('p1')).itemCommands.map(({ command }) => command.type).join());
    }
    expect(reports).toEqual(['', 'ReportItemVanished', '']);
  });
});
