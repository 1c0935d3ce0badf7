import { describe, expect, it } from '@jest/globals';
import { marked, paragraphs, unplaced } from './marks.js';

const TEXT = 'The WIC meets in Wuzhen on 9 May.';
const proof = (field: string, text: string, start = TEXT.indexOf(text)) => ({
  field,
  start,
  end: start + text.length,
  text,
});

describe('a marked text', () => {
  it('is the text itself, whatever is marked in it', () => {
    const stretches = marked(TEXT, [proof('kind', 'meets in Wuzhen'), proof('place', 'Wuzhen on')]);
    expect(stretches.map(({ text }) => text).join('')).toBe(TEXT);
  });

  it('is cut where proofs overlap, and there proves both', () => {
    const stretches = marked(TEXT, [proof('kind', 'meets in Wuzhen'), proof('place', 'Wuzhen on 9')]);
    expect(stretches).toEqual([
      { text: 'The WIC ', fields: [] },
      { text: 'meets in ', fields: ['kind'] },
      { text: 'Wuzhen', fields: ['kind', 'place'] },
      { text: ' on 9', fields: ['place'] },
      { text: ' May.', fields: [] },
    ]);
  });

  it('names a field once where the same words prove it twice, and joins what proves the same', () => {
    const stretches = marked(TEXT, [proof('kind', 'meets'), proof('kind', 'meets'), proof('kind', ' in')]);
    expect(stretches.filter(({ fields }) => fields.length > 0)).toEqual([
      { text: 'meets in', fields: ['kind'] },
    ]);
  });

  it('finds words that have moved, and says which are there no more', () => {
    const proofs = [proof('place', 'Wuzhen', 2), proof('happens', 'on 8 May', 24)];
    expect(marked(TEXT, proofs).filter(({ fields }) => fields.length > 0)).toEqual([
      { text: 'Wuzhen', fields: ['place'] },
    ]);
    expect(unplaced(TEXT, proofs)).toEqual([proofs[1]]);
  });

  it('counts in UTF-16 units, as evidence does', () => {
    const text = '𠮷乌镇峰会';
    const evidence = { field: 'place', start: 2, end: 4, text: '乌镇' };
    expect(marked(text, [evidence])[1]).toEqual({ text: '乌镇', fields: ['place'] });
  });

  it('parts at empty lines, also within a proof', () => {
    const text = 'One\nline.\n\nTwo words.\n';
    const evidence = { field: 'kind', start: 4, end: 14, text: 'line.\n\nTwo' };
    expect(paragraphs(marked(text, [evidence]))).toEqual([
      [
        { text: 'One\n', fields: [] },
        { text: 'line.', fields: ['kind'] },
      ],
      [
        { text: 'Two', fields: ['kind'] },
        { text: ' words.\n', fields: [] },
      ],
    ]);
  });
});
