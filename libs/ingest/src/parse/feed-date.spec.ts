import { describe, expect, it } from '@jest/globals';
import { parseFeedDate } from './feed-date.js';

const SHANGHAI = 'Asia/Shanghai';

describe('parseFeedDate', () => {
  it.each([
    ['Thu, 15 Jun 2023 08:30:00 +0800', '2023-06-15T00:30:00.000Z'],
    ['Thu, 15 Jun 2023 08:30:00 GMT', '2023-06-15T08:30:00.000Z'],
    ['15 Jun 23 08:30 GMT', '2023-06-15T08:30:00.000Z'],
    ['Thursday, 15 June 2023 08:30:00 GMT+8', '2023-06-15T00:30:00.000Z'],
    ['Thu, 15 Jun 2023 8:30:00 PM +0000', '2023-06-15T20:30:00.000Z'],
    ['Thu Jun 15 08:30:00 CST 2023', '2023-06-15T00:30:00.000Z'],
    ['Thu, 15 Jun 2023 08:30:00 CST', '2023-06-15T00:30:00.000Z'],
    ['2023-06-15T08:30:00+08:00', '2023-06-15T00:30:00.000Z'],
    ['2023-06-15T08:30:00.5Z', '2023-06-15T08:30:00.500Z'],
    ['2023-06-15 08:30:00', '2023-06-15T00:30:00.000Z'],
    ['2023-6-5 8:05', '2023-06-05T00:05:00.000Z'],
    ['2023/06/15 08:30', '2023-06-15T00:30:00.000Z'],
    ['20230615T083000Z', '2023-06-15T08:30:00.000Z'],
    ['2023年6月15日 08:30', '2023-06-15T00:30:00.000Z'],
    ['2023年6月15日下午3时20分', '2023-06-15T07:20:00.000Z'],
    ['２０２３年６月１５日 ０８：３０', '2023-06-15T00:30:00.000Z'],
    ['June 15th, 2023 at 08:30', '2023-06-15T00:30:00.000Z'],
    ['1686789000', '2023-06-15T00:30:00.000Z'],
  ])('reads %s', (raw, at) => {
    expect(parseFeedDate(raw, SHANGHAI)).toEqual({ at, precision: 'instant' });
  });

  it.each([
    ['2023-06-15', '2023-06-14T16:00:00.000Z'],
    ['2023年6月15日', '2023-06-14T16:00:00.000Z'],
    ['15 June 2023', '2023-06-14T16:00:00.000Z'],
    ['June 15, 2023', '2023-06-14T16:00:00.000Z'],
  ])('takes %s as a whole day of the source', (raw, at) => {
    expect(parseFeedDate(raw, SHANGHAI)).toEqual({ at, precision: 'day' });
  });

  it('means a time without zone in the zone of the source, daylight saving included', () => {
    expect(parseFeedDate('2023-06-15 08:30', 'Europe/London')?.at).toBe('2023-06-15T07:30:00.000Z');
    expect(parseFeedDate('2023-12-15 08:30', 'Europe/London')?.at).toBe('2023-12-15T08:30:00.000Z');
  });

  it('reads CST by where the source stands', () => {
    expect(parseFeedDate('Thu, 15 Jun 2023 08:30:00 CST', 'America/Chicago')?.at).toBe(
      '2023-06-15T14:30:00.000Z',
    );
  });

  it.each(['', 'yesterday', '2023-02-30', '2023-06-15T25:00:00Z', '31 Foo 2023', '0000-00-00'])(
    'gives null for %p',
    (raw) => {
      expect(parseFeedDate(raw, SHANGHAI)).toBeNull();
    },
  );
});
