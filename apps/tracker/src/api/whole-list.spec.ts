import { describe, expect, it } from '@jest/globals';
import { pageOfWhole } from './whole-list.js';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

describe('a list held whole', () => {
  it('is paged to its end, each row once', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data, page, total } = pageOfWhole(rows, { limit: 2, cursor });
      seen.push(...data.map(({ id }) => id));
      expect(total).toBe(5);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(pageOfWhole(rows, { limit: 5 }).page.next).toBeNull();
    expect(pageOfWhole([], { limit: 5 })).toEqual({ data: [], page: { next: null }, total: 0 });
  });

  it('has no page after what is not on it', () => {
    expect(() => pageOfWhole(rows, { limit: 2, cursor: 'zzz' })).toThrow(/no cursor of this list/);
  });
});
