import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { calmly } from './calmly.js';

describe('what is done calmly', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is done at once, and once more for all that is asked while it waits', () => {
    const act = jest.fn();
    const ask = calmly(act, 1000);
    for (let n = 0; n < 50; n += 1) ask();
    expect(act).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(10_000);
    expect(act).toHaveBeenCalledTimes(2);
    ask();
    expect(act).toHaveBeenCalledTimes(3);
  });
});
