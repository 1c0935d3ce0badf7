import { calibrate } from './calibration.js';
import { judgeText } from './judgement.js';
import type { LabelledText } from './labelled-text.js';
import { readingErrors } from './reading-errors.js';
import { readTexts } from './read-text.js';
import { scoreOf } from './score.js';
import { figure, textTable } from './text-table.js';

const MOST_ERRORS = 5;

/** How well a tracker reads labelled texts: the figures, whether confidence tells the truth, the worst errors. */
export async function extractionReport(
  url: string,
  name: string,
  texts: readonly LabelledText[],
): Promise<string> {
  const judged = (await readTexts(url, texts)).map(judgeText);
  const figures = Object.entries(scoreOf(judged)).map(([field, value]) => [field, figure(value, field)]);
  const buckets = calibrate(judged).map(({ from, to, readings, right }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(readings),
    readings === 0 ? '–' : figure(right / readings),
  ]);
  const errors = readingErrors(judged);
  return [
    `## Extraction: ${name}`,
    textTable(figures),
    `Confidence (a reading is right where its kind and its first day are)\n${textTable([['confidence', 'readings', 'right'], ...buckets])}`,
    `The worst of ${errors.length} errors\n${errors
      .slice(0, MOST_ERRORS)
      .map(({ text, what }) => `  ${text}: ${what}`)
      .join('\n')}`,
  ].join('\n\n');
}
