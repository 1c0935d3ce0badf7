import { describe, expect, it } from '@jest/globals';
import { nextPoll, type PollOutlook } from './next-poll.js';

const NOW = '2023-06-16T00:00:00.000Z';
const quiet: PollOutlook = {
  ...{ now: NOW, outcome: 'unchanged', interval: 1800, failures: 0, maxAge: null, feedHint: null },
  ...{ retryAfter: null, gap: false, window: false, jitter: 0 },
};
const minutes = (over: Partial<PollOutlook>) =>
  (Date.parse(nextPoll({ ...quiet, ...over }).at) - Date.parse(NOW)) / 60_000;
const reason = (over: Partial<PollOutlook>) => nextPoll({ ...quiet, ...over }).reason;

describe('nextPoll', () => {
  it('comes sooner where something is new and later where nothing is, within bounds', () => {
    expect(minutes({ outcome: 'changed', interval: 3600 })).toBe(30);
    expect(minutes({ outcome: 'changed', interval: 900 })).toBe(15);
    expect(minutes({ interval: 3600 })).toBe(90);
    expect(minutes({ interval: 21_600 })).toBe(360);
    expect(reason({})).toBe('nothing new: again in 45 min');
  });

  it('follows max-age before the feed, both kept between 15 minutes and a day', () => {
    expect(minutes({ maxAge: 3600, feedHint: 7200 })).toBe(60);
    expect(minutes({ feedHint: 7200 })).toBe(120);
    expect(minutes({ maxAge: 60 })).toBe(15);
    expect(minutes({ maxAge: 31_536_000 })).toBe(1440);
    expect(reason({ maxAge: 60 })).toBe('max-age asks for 1 min, kept to 15 min');
  });

  it('never comes before Retry-After', () => {
    const retryAfter = '2023-06-16T05:00:00.000Z';
    expect(minutes({ retryAfter })).toBe(300);
    expect(minutes({ outcome: 'failed', failures: 6, retryAfter })).toBe(960);
    expect(reason({ retryAfter })).toContain('Retry-After');
  });

  it('backs off from 30 minutes to a day, and never gives up', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50, 5_000].map((failures) =>
      minutes({ outcome: 'failed', failures }),
    );
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
  });

  it('comes back soon for what did not fit, halves after a gap, hurries while a summit is on', () => {
    expect(minutes({ outcome: 'incomplete' })).toBe(15);
    expect(minutes({ gap: true, interval: 7200 })).toBe(90);
    expect(minutes({ window: true, maxAge: 86_400 })).toBe(5);
  });

  it('parts sources that are due together by at most a tenth', () => {
    expect(minutes({ interval: 2400, jitter: 1 })).toBe(66);
    expect(minutes({ outcome: 'failed', failures: 1, jitter: 0.5 })).toBe(31.5);
  });

  it('does not let what parts them leave its bounds', () => {
    expect(minutes({ maxAge: 86_400, jitter: 1 })).toBe(1296);
    expect(minutes({ outcome: 'failed', failures: 9, jitter: 1 })).toBe(1296);
    expect(minutes({ maxAge: 60, jitter: 1 })).toBe(16.5);
    expect(minutes({ window: true, jitter: 1 })).toBe(5.5);
  });
});
