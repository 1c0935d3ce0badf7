import { describe, expect, it } from '@jest/globals';
import type { Announcement } from '#client';
import { reportToRead } from './reading.js';

const ANNOUNCEMENT = {
  coverage: [
    { itemId: 'a', lang: 'en' },
    { itemId: 'b', lang: 'zh' },
    { itemId: 'c', lang: 'zh' },
  ],
  evidence: [
    { field: 'happens', itemId: 'a' },
    { field: 'theme', itemId: 'c' },
  ],
} as Announcement;

describe('the report that is read', () => {
  it.each([
    ['the one asked for', { itemId: 'b', field: 'theme', lang: 'en' }, 'b'],
    ['one in the reader’s language', { itemId: null, field: null, lang: 'zh' }, 'b'],
    ['the first where none is in it', { itemId: 'gone', field: null, lang: 'fr' }, 'a'],
    ['one that proves the chosen field', { itemId: null, field: 'theme', lang: 'en' }, 'c'],
    ['any, where no words prove the field', { itemId: null, field: 'phase', lang: 'en' }, 'a'],
  ])('is %s', (_what, asked, read) => expect(reportToRead(ANNOUNCEMENT, asked)).toBe(read));
});
