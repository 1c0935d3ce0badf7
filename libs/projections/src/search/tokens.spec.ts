import { describe, expect, it } from '@jest/globals';
import { indexTokens, queryTokens } from './tokens.js';

const finds = (query: string, text: string) => {
  const tokens = new Set(indexTokens(text));
  return queryTokens(query).every((token) => tokens.has(token));
};

describe('search', () => {
  it.each([
    ['乌镇', '2023年世界互联网大会乌镇峰会'],
    ['互联网大会', '世界互联网大会'],
    ['镇', '乌镇峰会'],
    ['wuzhen SUMMIT', 'The 2023 Wuzhen Summit opens'],
    ['ＷＩＣ', 'the WIC office'],
    ['WIC大会', 'WIC大会开幕'],
    ['2023 乌镇', '2023年乌镇峰会'],
  ])('%s finds %s', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['会大', '世界互联网大会'],
    ['summit 2024', 'The 2023 Wuzhen Summit opens'],
    ['杭州', '乌镇峰会'],
  ])('%s does not find %s', (query, text) => expect(finds(query, text)).toBe(false));

  it('says nothing for a query of punctuation', () => expect(queryTokens(' -!。')).toEqual([]));
});
