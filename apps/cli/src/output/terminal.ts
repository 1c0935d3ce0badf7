import pc from 'picocolors';

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

export const colors = pc;

/** Columns as wide as their widest cell; CJK characters count twice. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, width(cell))),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function width(text: string): number {
  const plain = text.replace(ANSI, '');
  return [...plain].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
}
