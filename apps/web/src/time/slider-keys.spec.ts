import { describe, expect, it } from '@jest/globals';
import { stepFrom } from './slider-keys.js';

const reach = {
  first: '2014-01-01',
  last: '2024-06-01',
  editions: ['2014-11-21', '2015-12-18', '2023-11-10'],
};
const from = (day: string, key: string, shiftKey = false) => stepFrom(day, { key, shiftKey }, reach);

describe('keys of the time machine', () => {
  it.each([
    ['ArrowRight', false, '2015-12-19'],
    ['ArrowUp', false, '2015-12-19'],
    ['ArrowLeft', false, '2015-12-17'],
    ['PageUp', false, '2016-01-18'],
    ['PageDown', false, '2015-11-18'],
    ['ArrowRight', true, '2023-11-10'],
    ['ArrowLeft', true, '2014-11-21'],
    [']', false, '2023-11-10'],
    ['[', false, '2014-11-21'],
    ['Home', false, '2014-01-01'],
    ['End', false, '2024-06-01'],
  ])('%s (shift %s) leads from a summit to %s', (key, shiftKey, day) => {
    expect(from('2015-12-18', key, shiftKey)).toBe(day);
  });

  it('stops at both ends', () => {
    expect(from('2024-06-01', 'ArrowRight')).toBe('2024-06-01');
    expect(from('2024-05-20', 'PageUp')).toBe('2024-06-01');
    expect(from('2024-05-20', ']')).toBe('2024-06-01');
    expect(from('2014-01-01', '[')).toBe('2014-01-01');
  });

  it('leaves other keys alone', () => {
    expect(from('2015-12-18', 'a')).toBeNull();
    expect(from('2015-12-18', 'Tab', true)).toBeNull();
  });
});
