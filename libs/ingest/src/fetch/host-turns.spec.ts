import { describe, expect, it } from '@jest/globals';
import { HostTurns } from './host-turns.js';
import { registrableDomain } from './registrable-domain.js';
import { maxAge, retryAfter } from './retry-after.js';

describe('HostTurns', () => {
  it('lets one at a time through to a host and port, others meanwhile, and goes on after a failure', async () => {
    const turns = new HostTurns();
    const log: string[] = [];
    const work = (url: string, name: string, ms: number, fails = false) =>
      turns.run(url, async () => {
        log.push(`${name} starts`);
        await new Promise((resolve) => setTimeout(resolve, ms));
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([
      work('http://a.org/1', 'a1', 30, true),
      work('http://a.org/2', 'a2', 1),
      work('http://a.org:81/', 'other port', 1),
    ]);
    expect(log).toEqual([
      'a1 starts',
      'other port starts',
      'other port ends',
      'a1 ends',
      'a2 starts',
      'a2 ends',
    ]);
  });
});

it.each([
  ['https://news.example.com.cn/x', 'example.com.cn'],
  ['https://a.b.example.org', 'example.org'],
  ['https://www.news.gov.hk/rss', 'news.gov.hk'],
  ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
  ['http://localhost:81', 'localhost:81'],
])('names the domain of %s', (url, domain) => {
  expect(registrableDomain(url)).toBe(domain);
});

it('reads Retry-After and max-age as they are written', () => {
  const now = '2023-06-16T00:00:00.000Z';
  expect(retryAfter('120', now)).toBe('2023-06-16T00:02:00.000Z');
  expect(retryAfter('Fri, 16 Jun 2023 01:00:00 GMT', now)).toBe('2023-06-16T01:00:00.000Z');
  expect([retryAfter('soon', now), retryAfter('0', now), retryAfter(undefined, now)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(maxAge('public, max-age=600')).toBe(600);
  expect([maxAge('no-cache, max-age=600'), maxAge('max-age=0'), maxAge(undefined)]).toEqual([
    null,
    null,
    null,
  ]);
});
