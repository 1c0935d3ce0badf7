import { isOfTwoItems, matchInCrowd } from './crowd.js';
import { matchPair } from './match-pair.js';
import { isSaid, matchSays } from './match-says.js';
import { bySubject, figuresOf, judgeAll, type Judged } from './match-table.js';
import { loadPairs } from './pair.js';
import { figure, textTable } from './text-table.js';

const MOST_ERRORS = 5;

/**
 * How well our own labelled pairs are told apart: read by the extractor, from a person's readings, and with the
 * texts of all pairs in one world.
 */
export async function matchingReport(): Promise<string> {
  const pairs = loadPairs();
  const read = await judgeAll(pairs, matchPair);
  const said = await judgeAll(pairs.filter(isSaid), matchSays);
  const apart = pairs.filter(isOfTwoItems);
  const crowd = figuresOf(await judgeAll(apart, await matchInCrowd(apart)));
  const [byReader, byPerson] = [figuresOf(read), figuresOf(said)];
  const figures = (Object.keys(byReader) as (keyof typeof byReader)[]).map((name) => [
    name,
    figure(byReader[name], name),
    figure(byPerson[name], name),
    /Seen$/.test(name) ? '–' : figure(crowd[name], name),
  ]);
  const subjects = bySubject(read).map(({ subject, pairs: all, right }) => [
    subject,
    String(all),
    String(right),
  ]);
  const wrong = read.filter(({ right }) => !right);
  return [
    '## Matching: our own labelled pairs',
    textTable([['', 'as extracted', 'as a person reads', 'all texts in one world'], ...figures]),
    textTable([['what makes it hard', 'pairs', 'right'], ...subjects]),
    `The first of ${wrong.length} errors\n${wrong.slice(0, MOST_ERRORS).map(errorText).join('\n')}`,
  ].join('\n\n');
}

function errorText({ pair, outcome }: Judged): string {
  return `  ${pair.name} (${pair.label}): ${outcome.why}`;
}
