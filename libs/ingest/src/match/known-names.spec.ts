import { describe, expect, it } from '@jest/globals';
import { defaultKnowledge } from '#extraction';
import { knownNames } from './known-names.js';

const names = knownNames(defaultKnowledge);

describe('knownNames', () => {
  it('gives one id to a person in both scripts', () => {
    expect(names.person('任贤良')).toBe(names.person('Ren Xianliang'));
    expect(names.person('Nobody Known')).toBe('nobody known');
  });

  it('recognises places in both languages', () => {
    const [zh, en] = [names.placesIn('浙江乌镇'), names.placesIn('Wuzhen, Zhejiang province')];
    expect([...zh].some((place) => en.has(place))).toBe(true);
  });

  it('spells what a title names as the other language does', () => {
    expect(names.spellings('任贤良出席人工智能座谈会')).toEqual(
      expect.arrayContaining(['ren xianliang', 'artificial intelligence']),
    );
  });
});
