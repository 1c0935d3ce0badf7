import { describe, expect, it } from '@jest/globals';
import { WicError } from '#client';
import { failureOf, UsageError } from './failure.js';

describe('failureOf', () => {
  it('is 2 for what was typed wrongly, whoever found it', () => {
    const asOf = [{ pointer: '/asOf', detail: 'nonsense is not a date' }];
    expect(failureOf(new WicError(422, '/asOf: nonsense is not a date', asOf))).toEqual({
      code: 2,
      message: 'asOf: nonsense is not a date',
    });
    expect(failureOf(new WicError(400, 'A cursor is a position.', [])).code).toBe(2);
    expect(failureOf(new UsageError('No address.'))).toEqual({ code: 2, message: 'No address.' });
  });

  it('is 1 for what went wrong', () => {
    expect(failureOf(new WicError(0, 'No tracker answers.'))).toEqual({
      code: 1,
      message: 'No tracker answers.',
    });
    expect(failureOf(new WicError(422, 'Recorded, but could not be read.')).code).toBe(1);
    expect(failureOf(new WicError(409, 'Under way already.')).code).toBe(1);
    expect(failureOf(new Error('broken'))).toEqual({ code: 1, message: 'broken' });
  });

  it('names the fields that the sentence does not', () => {
    const errors = [{ pointer: '/url', detail: 'must not be empty' }];
    expect(failureOf(new WicError(400, 'The body is not valid.', errors)).message).toBe(
      'The body is not valid.\n  url: must not be empty',
    );
  });

  it('says how to get a key where one is missing', () => {
    expect(failureOf(new WicError(401, 'Unknown key.')).message).toContain('wic keys create --local');
  });

  it('says what is wrong with a file, and that work was interrupted', () => {
    const missing = Object.assign(new Error('ENOENT: …'), { code: 'ENOENT', path: '/no/file' });
    expect(failureOf(missing)).toEqual({ code: 1, message: 'There is no such file or directory: /no/file' });
    expect(failureOf(new DOMException('aborted', 'AbortError'))).toEqual({
      code: 1,
      message: 'Interrupted.',
    });
  });
});
