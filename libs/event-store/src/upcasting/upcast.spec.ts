import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../port/event-store.port.js';
import { toAppend } from './to-append.js';
import { EventNotUnderstoodError, upcast } from './upcast.js';
import { currentVersion, type Upcasters } from './upcasters.js';

const stored = (parts: Partial<StoredEvent>): StoredEvent => ({
  id: 'e1',
  type: 'LogOpened',
  version: 1,
  data: { logId: 'l' },
  announcedAt: null,
  stream: 'log-main',
  revision: 0,
  position: '1',
  recordedAt: '2026-11-21T19:00:00.000Z',
  backfill: false,
  causationId: null,
  correlationId: null,
  actor: 'system',
  hash: 'h',
  previousHash: null,
  ...parts,
});

/** Members once had one name; then two; then a country, unknown for those of before. */
const MADE_UP: Upcasters = {
  MemberJoined: [
    (data) => {
      const [given, family] = (data as { name: string }).name.split(' ');
      return { given, family };
    },
    (data) => ({ ...(data as object), country: null }),
  ],
};
const member = (version: number, data: unknown) => stored({ type: 'MemberJoined', version, data });

describe('upcast', () => {
  it('hands an event of the current version on as it is', () => {
    expect(upcast(stored({}))).toEqual(stored({}));
    const now = member(3, { given: 'Ada', family: 'Lin', country: 'CN' });
    expect(upcast(now, MADE_UP)).toEqual(now);
  });

  it('takes old data through every step since', () => {
    const first = member(1, { name: 'Ada Lin' });
    expect(upcast(first, MADE_UP)).toMatchObject({
      version: 3,
      data: { given: 'Ada', family: 'Lin', country: null },
    });
    const second = member(2, { given: 'Ada', family: 'Lin' });
    expect(upcast(second, MADE_UP)).toMatchObject({
      version: 3,
      data: { given: 'Ada', family: 'Lin', country: null },
    });
    expect(first).toEqual(member(1, { name: 'Ada Lin' }));
  });

  it.each([
    ['an unknown type', stored({ type: 'LogBurned' }), /LogBurned is unknown.*newer version/],
    ['a name every object has', stored({ type: 'constructor' }), /unknown/],
    ['a version from the future', stored({ version: 2 }), /up to version 1.*of version 2/],
  ])('refuses %s', (_case, event, message) => {
    expect(() => upcast(event)).toThrow(EventNotUnderstoodError);
    expect(() => upcast(event)).toThrow(message);
  });
});

describe('toAppend', () => {
  const meta = { id: 'i', backfill: true, causationId: 'c', correlationId: 'd', actor: 'key:1' };

  it('makes an event of a fact, in the current version', () => {
    const fact = { type: 'LogOpened', data: { logId: 'l' }, announcedAt: '2026-01-01T00:00:00.000Z' };
    expect(toAppend(fact, meta)).toEqual({ ...fact, ...meta, version: currentVersion('LogOpened') });
  });

  it('refuses what is no event of this program', () => {
    expect(() => toAppend({ type: 'LogBurned', data: {}, announcedAt: null }, meta)).toThrow('LogBurned');
  });
});
