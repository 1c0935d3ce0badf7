import { describe, expect, it } from '@jest/globals';
import type { Announcement } from '#client';
import { comingOf, storyOf } from './story.js';

const dayOf = (instant: string) => instant.slice(0, 10);
const days = (start: string | null, end: string | null) => ({
  happens: { start, end, precision: 'day' as const, tz: 'Asia/Shanghai' },
});
const told = (announcedAt: string, happens: object = { happens: null }) =>
  ({ announcedAt, ...happens }) as Announcement;

describe('the story of an activity', () => {
  it('tells how long after one another its announcements came, and which moved it', () => {
    const story = storyOf(
      [
        told('2023-06-16', days('2023-06-25', '2023-06-27')),
        told('2023-06-18'),
        told('2023-06-26', days('2023-06-26', null)),
        told('2023-06-26', days('2023-06-26', null)),
      ],
      dayOf,
    );
    expect(story.map(({ daysLater, isMoved }) => [daysLater, isMoved])).toEqual([
      [null, false],
      [2, false],
      [8, true],
      [0, false],
    ]);
  });

  it('knows what is still to come', () => {
    const at = (today: string, happens: object) =>
      comingOf({ ...happens, status: 'scheduled' } as never, today);
    const summit = days('2024-11-20', '2024-11-22');
    expect(at('2024-11-01', summit)).toEqual({ what: 'begins', day: '2024-11-20', inDays: 19 });
    expect(at('2024-11-20', summit)).toEqual({ what: 'ends', day: '2024-11-22', inDays: 2 });
    expect(at('2024-11-22', summit)).toBeNull();
    expect(at('2024-11-01', { happens: null })).toBeNull();
  });
});
