import { describe, expect, it } from '@jest/globals';
import { matchPair } from './match-pair.js';
import { isSaid, matchSays } from './match-says.js';
import { figuresOf, judgeAll, type Judged } from './match-table.js';
import { loadPairs } from './pair.js';

const pairs = loadPairs();
const wrong = (judged: readonly Judged[]) =>
  judged.filter(({ right }) => !right).map(({ pair, outcome }) => `${pair.name}: ${outcome.why}`);

describe('matching of labelled pairs', () => {
  it('has many to go by, of every label', () => {
    const labels = new Set(pairs.map(({ label }) => label));
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect([...labels].sort()).toEqual(['different', 'revision', 'same', 'same-document-twice']);
  });

  it('joins what is one and nothing else, as the texts are read', async () => {
    const judged = await judgeAll(pairs, matchPair);
    const { precision, recall, revisionsSeen, repeatsSeen } = figuresOf(judged);
    expect({ precision, wrong: precision < 0.98 ? wrong(judged) : [] }).toEqual({ precision, wrong: [] });
    expect({ recall, wrong: recall < 0.95 ? wrong(judged) : [] }).toEqual({ recall, wrong: [] });
    expect(revisionsSeen).toBeGreaterThanOrEqual(0.95);
    expect(repeatsSeen).toBeGreaterThanOrEqual(0.95);
  });

  it('makes no error where a person read them', async () => {
    expect(wrong(await judgeAll(pairs.filter(isSaid), matchSays))).toEqual([]);
  });
});
