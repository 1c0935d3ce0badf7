import { describe, expect, it } from '@jest/globals';
import { grouped } from './grouping.js';

describe('grouping', () => {
  it('names a group once, at its first row', () => {
    const groups = grouped(['a1', 'a2', 'b1', 'a3'], ([letter]) => letter!);
    expect(groups.map(({ group }) => group)).toEqual(['a', null, 'b', 'a']);
    expect(groups.map(({ row }) => row)).toEqual(['a1', 'a2', 'b1', 'a3']);
  });
});
