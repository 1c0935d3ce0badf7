import { median } from './measure.js';

/** One line of the table. */
export interface Line {
  what: string;
  ours: string;
  baseline: string;
  /** The figure that is held against the target. */
  figure: string;
  target: string;
  /** Null: there is no target, the figure is only told. */
  met: boolean | null;
  /** What was checked beside the figure, or what was found wrong. */
  gate: { passed: boolean; says: string };
}

/** A row of the benchmarks: measures, checks what was measured, and says both. */
export interface Row {
  name: string;
  run(): Promise<Line[]>;
}

/** `FAILED`: the work was not done right, so that its figure means nothing. `missed`: right, but too slow. */
export function verdictOf({ gate, met }: Line): 'FAILED' | 'missed' | 'met' | '–' {
  if (!gate.passed) return 'FAILED';
  if (met === null) return '–';
  return met ? 'met' : 'missed';
}

/** What is said of a row that could not be measured at all. */
export function broken({ name }: Row, error: unknown): Line {
  const says = String(error).replaceAll(/[|\n]/g, ' ');
  const none = { ours: '–', baseline: '–', figure: '–', target: '–' };
  return { what: name, ...none, met: null, gate: { passed: false, says } };
}

const HEADINGS = ['what', 'ours', 'baseline', 'figure', 'target', 'verdict', 'checked'];

/** The lines as a table in Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.ours,
    line.baseline,
    line.figure,
    line.target,
    verdictOf(line),
    line.gate.says,
  ]);
  return [HEADINGS, HEADINGS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Median and, in brackets, the least and the most: `1,234 (1,100–1,300)`. */
export function spread(values: readonly number[], unit = '', digits = 0): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => number(value, digits));
  return `${number(median(values), digits)} (${low}–${high})${unit}`;
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
