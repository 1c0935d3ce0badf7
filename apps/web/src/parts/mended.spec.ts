import { describe, expect, it } from '@jest/globals';
import { draftOf, mended } from './mended.js';

const told = {
  kind: 'forum',
  title: { en: 'A forum' },
  happens: { start: '2024-05-01', end: '2024-05-02', precision: 'day', tz: 'Asia/Shanghai' },
  place: { name: 'Quanzhou', country: 'CN' },
  theme: null,
} as const;
const before = draftOf(told, '2024-04-20');

describe('a mended announcement', () => {
  it('states nothing where nothing was changed', () => expect(mended(before, { ...before })).toEqual({}));

  it('states each field that was changed, whole', () => {
    const after = { ...before, titleZh: '论坛', end: '2024-05-03', announced: '2024-04-21', country: 'sg' };
    expect(mended(before, after)).toEqual({
      title: { en: 'A forum', zh: '论坛' },
      happens: { start: '2024-05-01', end: '2024-05-03' },
      announcedAt: '2024-04-21',
      place: { name: 'Quanzhou', country: 'SG' },
    });
  });

  it('states null for what was cleared', () => {
    const after = { ...before, start: '', end: '', place: '', country: '' };
    expect(mended(before, after)).toEqual({ happens: null, place: null });
  });
});
