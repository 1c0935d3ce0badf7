import { describe, expect, it } from '@jest/globals';
import type { Happens, Kind, Phase } from '#domain';
import { activityStatus, type ActivityStatus, type Milestone } from './activity-status.js';

const told = (
  kind: Kind,
  phase: Phase | null,
  start: string | null = null,
  end: string | null = null,
): Milestone => {
  const happens: Happens | null =
    start === null && end === null ? null : { start, end, precision: 'day', tz: 'Asia/Shanghai' };
  return { kind, phase, happens, announcedAt: '2023-05-01T00:00:00.000Z' };
};

const CASES: [what: string, milestones: Milestone[], day: string, status: ActivityStatus][] = [
  ['an event without dates', [told('summit', 'plan')], '2023-06-01', 'announced'],
  ['an event ahead', [told('summit', 'plan', '2023-11-08', '2023-11-10')], '2023-11-07', 'scheduled'],
  [
    'an event on its first day',
    [told('summit', 'plan', '2023-11-08', '2023-11-10')],
    '2023-11-08',
    'under_way',
  ],
  [
    'an event on its last day',
    [told('summit', 'plan', '2023-11-08', '2023-11-10')],
    '2023-11-10',
    'under_way',
  ],
  ['an event the day after', [told('summit', 'plan', '2023-11-08', '2023-11-10')], '2023-11-11', 'closed'],
  [
    'an event that moved',
    [told('forum', 'plan', '2023-06-25', '2023-06-27'), told('forum', 'open', '2023-06-26', '2023-06-28')],
    '2023-06-28',
    'under_way',
  ],
  [
    'an event told to open, its end told before',
    [told('forum', 'plan', '2023-06-25', '2023-06-27'), told('forum', 'open', '2023-06-26')],
    '2023-06-28',
    'closed',
  ],
  ['a meeting soon after an opening', [told('forum', 'open', '2023-06-26')], '2023-06-28', 'under_way'],
  ['a meeting long after an opening', [told('forum', 'open', '2023-06-26')], '2023-07-10', 'closed'],
  [
    'a programme long after its start',
    [told('programme_launch', 'open', '2023-06-26')],
    '2024-06-26',
    'under_way',
  ],
  [
    'an event moved beyond the end told before',
    [told('forum', 'plan', '2023-06-25', '2023-06-27'), told('forum', 'plan', '2023-07-20')],
    '2023-07-01',
    'scheduled',
  ],
  [
    'a cancelled event',
    [told('forum', 'plan', '2023-06-25'), told('forum', 'cancel')],
    '2023-06-25',
    'cancelled',
  ],
  [
    'an event taken up again',
    [told('forum', 'cancel'), told('forum', 'plan', '2023-07-01', '2023-07-02')],
    '2023-06-25',
    'scheduled',
  ],
  ['an office planned', [told('office_opening', 'plan', '2023-06-15')], '2023-06-20', 'announced'],
  ['an office before its day', [told('office_opening', 'open', '2023-06-15')], '2023-06-14', 'announced'],
  ['an office since its day', [told('office_opening', 'open', '2023-06-15')], '2024-06-15', 'open'],
  [
    'an office that closed',
    [told('office_opening', 'open', '2023-06-15'), told('office_opening', 'close', '2024-01-01')],
    '2024-01-01',
    'closed',
  ],
  ['registration without dates', [told('competition_registration', 'open')], '2023-06-01', 'open'],
  [
    'registration before its start',
    [told('competition_registration', 'open', '2023-07-01')],
    '2023-06-30',
    'announced',
  ],
  [
    'registration on its deadline',
    [told('competition_registration', 'open', null, '2023-08-15')],
    '2023-08-15',
    'open',
  ],
  [
    'registration after it',
    [told('competition_registration', 'open', null, '2023-08-15')],
    '2023-08-16',
    'closed',
  ],
  [
    'registration extended',
    [
      told('competition_registration', 'open', null, '2023-08-15'),
      told('competition_registration', 'open', null, '2023-08-31'),
    ],
    '2023-08-20',
    'open',
  ],
  [
    'a competition with results',
    [told('competition_registration', 'open'), told('competition_result', 'result')],
    '2023-11-10',
    'closed',
  ],
];

describe('activityStatus', () => {
  it.each(CASES)('of %s', (_what, milestones, day, status) => {
    expect(activityStatus(milestones, `${day}T04:00:00.000Z`)).toBe(status);
  });

  it('goes by the day where the WIC is', () => {
    const summit = [told('summit', 'plan', '2023-11-08', '2023-11-10')];
    expect(activityStatus(summit, '2023-11-07T15:59:59.999Z')).toBe('scheduled');
    expect(activityStatus(summit, '2023-11-07T16:00:00.000Z')).toBe('under_way');
  });
});
