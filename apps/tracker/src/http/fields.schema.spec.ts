import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { anyText, dayOrInstant, position, positionOrDay, text, timeTravel, whole } from './fields.schema.js';
import { Problem } from './problem.js';
import { ZodPipe } from './zod.pipe.js';

function refusal(schema: z.ZodType, value: unknown): Problem {
  try {
    new ZodPipe(z.strictObject({ it: schema })).transform({ it: value } as never);
  } catch (error) {
    return error as Problem;
  }
  throw new Error(`${JSON.stringify(value)} was accepted`);
}

describe('inputs', () => {
  it('tell what is written wrongly (400) from what cannot be (422), and name the place', () => {
    expect(refusal(dayOrInstant, 'soon')).toMatchObject({ status: 400, errors: [{ pointer: '/it' }] });
    expect(refusal(dayOrInstant, '2023-02-30')).toMatchObject({ status: 422 });
    expect(refusal(dayOrInstant, '2023-02-30T00:00:00Z')).toMatchObject({ status: 422 });
    expect(refusal(timeTravel.knownAt, '2023-02-30')).toMatchObject({ status: 422 });
    expect(refusal(timeTravel.knownAt, 'x').detail).toContain('YYYY-MM-DD');
    expect(refusal(positionOrDay, '2023-6-1')).toMatchObject({ status: 400 });
  });

  it.each(['0000-01-01', '0001-01-01T00:00:00+14:00', '9999-12-31', '9999-12-31T23:59:59-12:00'])(
    'hold no year that a date type may not hold: %s',
    (at) => expect(refusal(dayOrInstant, at).detail).toContain('a year from 1900 to 9998'),
  );

  it('take a date as it stands, an instant as UTC, a position without zeros before it', () => {
    expect(dayOrInstant.parse('2023-06-15')).toBe('2023-06-15');
    expect(dayOrInstant.parse('2023-06-15T08:00+08:00')).toBe('2023-06-15T00:00:00.000Z');
    expect(position.parse('999999999999999999')).toHaveLength(18);
    for (const bad of ['9999999999999999999', '01', '-1', '1e5', ''])
      expect(position.safeParse(bad).success).toBe(false);
  });

  it('say the range of a number', () => {
    const limit = whole(1, 200, 50);
    expect(limit.parse(undefined)).toBe(50);
    expect(limit.parse('200')).toBe(200);
    for (const bad of ['0', '201', '', '1e2', '99999999999', ['1', '2']])
      expect(refusal(limit, bad).detail).toContain('from 1 to 200');
  });

  it('refuse what is no character in fields, and keep the length of documents that have it', () => {
    expect(refusal(text(), 'a\0b')).toMatchObject({ status: 422 });
    expect(refusal(text(), 'a\uD83D')).toMatchObject({ status: 422 });
    expect(text().parse(' 😀 ')).toBe('😀');
    expect(anyText.parse('a\0b\uDE00c')).toBe('a\uFFFDb\uFFFDc');
  });
});
