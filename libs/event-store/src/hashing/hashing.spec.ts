import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical.js';
import { ChainCheck } from './chain-check.js';
import { eventHash, sha256, type HashedParts } from './event-hash.js';
import { linkEvents } from './link.js';

const first: HashedParts = {
  id: 'e0',
  type: 'ThingHappened',
  version: 1,
  stream: 'thing-1',
  revision: 0,
  announcedAt: '2023-06-14T16:00:00.000Z',
  data: { zh: '乌镇', n: [-0, 1e21, 0.1] },
  causationId: null,
  correlationId: 'c1',
  actor: 'key:1',
  previousHash: null,
};
/** By `printf %s '{"actor":"key:1","announcedAt":"2023-…","causation":null,…,"version":1}' | sha256sum`. */
const FIRST_HASH = '618da137b08ae080559df4956a8307ea57892021d3b7b4fb94f822bba7de9d73';
const second: HashedParts = {
  ...first,
  id: 'e1',
  version: 2,
  revision: 1,
  announcedAt: null,
  data: 'a\u0000"',
  causationId: 'e0',
  correlationId: null,
  previousHash: FIRST_HASH,
};
const SECOND_HASH = '00777cbddbd5e6c7b288f69d8da9ffb9f226c867a3577bcd7a7fe0abe6914d27';

describe('canonicalJson', () => {
  it.each<[string, unknown, string]>([
    [
      'sorts members by UTF-16 units, not by number or code point',
      { 10: 1, 9: 2, '\ufb33': 3, '😀': 4, a: 5 },
      '{"10":1,"9":2,"a":5,"😀":4,"\ufb33":3}',
    ],
    [
      'writes numbers as ECMAScript does',
      [1e21, 1e20, 0.1, 1e-7, -0, 4.5],
      '[1e+21,100000000000000000000,0.1,1e-7,0,4.5]',
    ],
    [
      'escapes only what must be',
      '\u0000\u001f\b\t\n\f\r"\\/\u007f\u2028乌',
      '"\\u0000\\u001f\\b\\t\\n\\f\\r\\"\\\\/\u007f\u2028乌"',
    ],
    ['leaves out what is undefined', { a: undefined, b: null }, '{"b":null}'],
  ])('%s', (_case, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([[undefined], [Number.NaN], [Infinity], [() => 1]])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );
});

describe('eventHash', () => {
  it('is that of vectors computed by hand', () => {
    expect(eventHash(first)).toBe(FIRST_HASH);
    expect(eventHash(second)).toBe(SECOND_HASH);
  });

  it('is SHA-256 of the canonical JSON of the parts, whatever characters they hold', () => {
    const odd = { ...second, actor: '“管理员”\n\\', stream: 'thing-"x"', id: '\u2028\u0000' };
    const { causationId: causation, correlationId: correlation, ...rest } = odd;
    expect(eventHash(odd)).toBe(sha256(canonicalJson({ ...rest, causation, correlation })));
  });

  it.each<[keyof HashedParts, unknown]>([
    ['id', 'e9'],
    ['type', 'ThingUndone'],
    ['version', 3],
    ['stream', 'thing-2'],
    ['revision', 7],
    ['announcedAt', null],
    ['data', { zh: '乌镇' }],
    ['causationId', 'x'],
    ['correlationId', 'x'],
    ['actor', 'key:2'],
    ['previousHash', SECOND_HASH],
  ])('changes with %s', (part, value) => {
    expect(eventHash({ ...first, [part]: value })).not.toBe(FIRST_HASH);
  });
});

describe('linkEvents and ChainCheck', () => {
  const given = [first, second].map((event) => ({ ...event, backfill: false }));
  const chain = linkEvents('thing-1', { revision: -1, hash: null }, given).map((event, n) => ({
    ...event,
    position: String(n + 1),
    recordedAt: '2026-11-21T19:00:00.000Z',
  }));
  const check = (events: typeof chain) => {
    const walk = new ChainCheck();
    return events.map((event) => walk.objectionTo(event));
  };

  it('chain a batch', () => {
    expect(chain.map((event) => event.hash)).toEqual([FIRST_HASH, SECOND_HASH]);
    expect(check(chain)).toEqual([null, null]);
    const [next] = linkEvents('thing-1', { revision: 1, hash: SECOND_HASH }, given);
    expect(next).toMatchObject({ revision: 2, previousHash: SECOND_HASH });
  });

  it.each<[string, (events: typeof chain) => typeof chain, RegExp]>([
    ['a changed event', ([a, b]) => [a!, { ...b!, data: 'b' }], /hash/],
    ['a missing event', ([, b]) => [b!], /follows revision -1/],
    ['an event twice', ([a, b]) => [a!, b!, b!], /follows revision 1/],
    ['a broken link', ([a, b]) => [a!, { ...b!, previousHash: null }], /does not name/],
    [
      'a clock run back',
      ([a, b]) => [a!, { ...b!, recordedAt: '2026-11-20T19:00:00.000Z' }],
      /recorded before/,
    ],
  ])('find %s', (_case, change, message) => {
    expect(check(change(chain)).at(-1)).toMatch(message);
  });
});
