import { afterAll, describe, expect, it } from '@jest/globals';
import { readHostile } from './hostile.fixture.js';
import { mutation } from './mutations.fixture.js';
import { ParserThread } from './parser-thread.js';

const parsers = new ParserThread();
afterAll(() => parsers.close());

/** The whole set is read by `npm run fuzz`. */
const INPUTS = 300;

describe('parseFeed', () => {
  it(`survives ${INPUTS} broken documents without crash, hang or danger and reads what is left`, async () => {
    const figures = await readHostile(1, INPUTS + 1, parsers);
    expect(figures).toMatchObject({ documents: INPUTS, crashes: [], hangs: 0, dangerous: [] });
    expect(figures.wholeRead / figures.whole).toBeGreaterThan(0.97);
  });

  it('is shown the same documents in every run', () => {
    expect(mutation(7).equals(mutation(7))).toBe(true);
    expect(mutation(7).equals(mutation(8))).toBe(false);
  });
});
