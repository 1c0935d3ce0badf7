import pc from 'picocolors';
import { width } from './width.js';

/** Where a command writes, and how: readable in a terminal, plain when piped, JSON when asked. */
export interface Output {
  json: boolean;
  isTerminal: boolean;
  line(text?: string): void;
  /** A notice that is not part of the result: goes to standard error. */
  note(text: string): void;
}

export function makeOutput(json: boolean, out: NodeJS.WriteStream = process.stdout): Output {
  return {
    json,
    isTerminal: out.isTTY === true,
    line: (text = '') => out.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

/** Prints a result: the JSON itself when asked for, else what `render` makes of it. */
export function print<Result>(output: Output, result: Result, render: (result: Result) => string): void {
  output.line(output.json ? JSON.stringify(result, null, output.isTerminal ? 2 : 0) : render(result));
}

/** Tells that something without an answer was done: `done` to people, `{"ok":true}` as JSON. */
export function printDone(output: Output, done: string): void {
  print(output, { ok: true }, () => done);
}

export const colors = pc;

/** How many columns a line may have; endless when piped. */
export function columns(out: NodeJS.WriteStream = process.stdout): number {
  return out.isTTY ? (out.columns ?? 80) : Infinity;
}

/** Columns as wide as their widest cell; CJK characters count twice. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((all, row) => {
    row.forEach((cell, i) => (all[i] = Math.max(all[i] ?? 0, width(cell))));
    return all;
  }, []);
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
