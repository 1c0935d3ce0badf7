import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientOf } from './client-of.rule.js';
import { RateLimiter } from './rate-limiter.js';

describe('RateLimiter', () => {
  it('allows the limit, then says when to come back, and keeps clients and buckets apart', () => {
    let now = 1_000_000;
    const limiter = new RateLimiter({ now: () => now });
    const remaining = [1, 2, 3].map(() => limiter.take('write', 'a', 3).remaining);
    expect(remaining).toEqual([2, 1, 0]);
    const refused = limiter.take('write', 'a', 3);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    expect(limiter.take('write', 'b', 3).allowed).toBe(true);
    expect(limiter.take('read', 'a', 3).allowed).toBe(true);
    now += refused.retryAfterSeconds * 1000 - 1500;
    expect(limiter.take('write', 'a', 3).allowed).toBe(false);
    now += 1500;
    expect(limiter.take('write', 'a', 3).allowed).toBe(true);
  });

  it('never lets more through in any two minutes than three times the limit, and always after the wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(5000), { maxLength: 300 }),
        (limit, gaps) => {
          let now = 5_000_000;
          const limiter = new RateLimiter({ now: () => now });
          const passed: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const taken = limiter.take('b', 'c', limit);
            if (taken.allowed) passed.push(now);
            else {
              now += taken.retryAfterSeconds * 1000;
              expect(limiter.take('b', 'c', limit).allowed).toBe(true);
              passed.push(now);
            }
          }
          for (const at of passed)
            expect(passed.filter((each) => each > at - 120_000 && each <= at).length).toBeLessThanOrEqual(
              3 * limit,
            );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('forgets the longest unused clients rather than growing', () => {
    const limiter = new RateLimiter({ maxClients: 10, now: () => 0 });
    for (let n = 0; n < 11; n++) limiter.take('b', `c${n}`, 1);
    expect(limiter.take('b', 'c10', 1).allowed).toBe(false);
    expect(limiter.take('b', 'c0', 1).allowed).toBe(true);
  });
});

describe('clientOf', () => {
  it('takes an IPv6 host for its /64 and a mapped address for the IPv4 one', () => {
    expect(clientOf('2001:db8:1:2:3:4:5:6')).toBe(clientOf('2001:db8:1:2:ffff::1'));
    expect(clientOf('2001:db8:1:3::1')).not.toBe(clientOf('2001:db8:1:2::1'));
    expect(clientOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(clientOf(undefined)).toBe('unknown');
  });
});
