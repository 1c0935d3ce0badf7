import { describe, expect, it } from '@jest/globals';
import { told } from './changes.js';

const report = (itemId: string) => ({
  itemId,
  sourceId: 'hand',
  url: null,
  title: itemId,
  lang: 'en' as const,
  publishedAt: null,
});

describe('what changed', () => {
  it('is told by language where a title changed in one', () => {
    const change = { field: 'title', from: { en: 'A', zh: '甲' }, to: { en: 'B', zh: '甲' } };
    expect(told([change])).toEqual([{ field: 'title.en', form: 'value', from: 'A', to: 'B' }]);
  });

  it('is what came and what went of a list', () => {
    const [from, to] = [
      ['A', 'B'],
      ['B', 'C'],
    ];
    expect(told([{ field: 'organisations', from, to }])).toEqual([
      { field: 'organisations', form: 'list', gone: ['A'], come: ['C'] },
    ]);
    const people = [{ name: 'A', role: 'Chair' }];
    expect(told([{ field: 'people', from: null, to: people }])).toEqual([
      { field: 'people', form: 'list', gone: [], come: ['A, Chair'] },
    ]);
  });

  it('is the reports that came and went, by what they are and not by how they are written', () => {
    const [from, to] = [
      [report('1'), report('2')],
      [{ ...report('2'), title: 'renamed' }, report('3')],
    ];
    expect(told([{ field: 'coverage', from, to }])).toEqual([
      { field: 'coverage', form: 'coverage', gone: [report('1')], come: [report('3')] },
    ]);
  });

  it('leaves out what is told elsewhere, and what is nothing before and after', () => {
    const silent = ['evidence', 'announcedAtBasis', 'confidence'].map((field) => ({ field, from: 1, to: 2 }));
    expect(told([...silent, { field: 'people', from: null, to: [] }])).toEqual([]);
  });

  it('keeps any other field as it was and is', () => {
    const change = { field: 'happens', from: { start: '2023-06-25' }, to: null };
    expect(told([change])).toEqual([{ ...change, form: 'value' }]);
  });
});
