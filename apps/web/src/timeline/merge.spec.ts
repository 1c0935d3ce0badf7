import { describe, expect, it } from '@jest/globals';
import { appended, mergeHead } from './merge.js';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (data: { id: string }[]) => data.map(({ id }) => id).join('');
const merged = (list: string, head: string, headNext: string | null = 'h') => {
  const result = mergeHead({ data: rows(list), next: 'l' }, { data: rows(head), next: headNext });
  return [ids(result.data), result.next, result.came.join('')];
};

describe('a newer head of a list', () => {
  it('puts what came on top and keeps what lies below', () => {
    expect(merged('abcdef', 'xyabc')).toEqual(['xyabcdef', 'l', 'xy']);
  });

  it('leaves out what went', () => {
    expect(merged('abcdef', 'acd')).toEqual(['acdef', 'l', '']);
  });

  it('takes what came in the middle', () => {
    expect(merged('abcdef', 'abxc')).toEqual(['abxcdef', 'l', 'x']);
  });

  it('holds each once where one has moved', () => {
    expect(merged('abcdef', 'eabc')).toEqual(['eabcdf', 'l', '']);
  });

  it('is all there is when nothing lies below it', () => {
    expect(merged('abcdef', 'xa', null)).toEqual(['xa', null, 'x']);
    expect(merged('', 'x', null)).toEqual(['x', null, 'x']);
  });

  it('begins anew where the two do not touch', () => {
    expect(merged('abc', 'uvw')).toEqual(['uvw', 'h', 'uvw']);
  });

  it('goes on with the next page, each once', () => {
    expect(ids(appended(rows('abc'), rows('cde')))).toBe('abcde');
  });

  it('carries the newer form of what stays', () => {
    const list = { data: [{ id: 'a', n: 1 }], next: null };
    expect(mergeHead(list, { data: [{ id: 'a', n: 2 }], next: null }).data).toEqual([{ id: 'a', n: 2 }]);
  });
});
