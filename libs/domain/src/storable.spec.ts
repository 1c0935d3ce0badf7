import { describe, expect, it } from '@jest/globals';
import { isStorable, storable, storableData } from './storable.js';

describe('text a store can hold', () => {
  it('puts U+FFFD for U+0000 and lone surrogates, one for one', () => {
    const bad = 'a\0b\uD83Dc\uDE00d';
    expect(storable(bad)).toBe('a\uFFFDb\uFFFDc\uFFFDd');
    expect(storable(bad)).toHaveLength(bad.length);
    expect(isStorable(bad)).toBe(false);
  });

  it('leaves characters beyond the basic plane, and every other control character', () => {
    const good = 'Wuzhen 乌镇 😀 \u0001\t\n\uFFFD';
    expect(storable(good)).toBe(good);
    expect(isStorable(good)).toBe(true);
  });

  it('reaches into data, names included, and gives back the same value where nothing is wrong', () => {
    const good = { title: { en: 'x' }, list: [1, null, 'y'] };
    expect(storableData(good)).toBe(good);
    expect(storableData({ list: ['\0'], 'k\0': { deep: ['ok', '\uD800'] }, none: null })).toEqual({
      list: ['\uFFFD'],
      'k\uFFFD': { deep: ['ok', '\uFFFD'] },
      none: null,
    });
  });
});
