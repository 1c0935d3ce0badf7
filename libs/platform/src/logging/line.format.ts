import { hideSecretText } from './redaction.rule.js';

const LEVELS: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
const COLOURS: Record<number, number> = { 10: 90, 20: 90, 30: 36, 40: 33, 50: 31, 60: 35 };

interface Line {
  level: number;
  time: string;
  msg?: string;
  context?: string;
  err?: { stack?: string; message?: string };
}

/** One JSON line as a person reads it in a terminal: time, level, where, message, what else there is. */
export function readable(json: string): string {
  const { level, time, msg, context, err, ...rest } = JSON.parse(json) as Line;
  const clock = time.slice(11, 19);
  const label = `\u001b[${COLOURS[level] ?? 0}m${(LEVELS[level] ?? String(level)).padEnd(5)}\u001b[0m`;
  const where = context ? ` \u001b[90m${context}\u001b[0m` : '';
  const more = Object.keys(rest).length > 0 ? ` \u001b[90m${JSON.stringify(rest)}\u001b[0m` : '';
  const failure = err ? `\n${err.stack ?? err.message ?? ''}` : '';
  return `${clock} ${label}${where} ${msg ?? ''}${more}${failure}\n`;
}

/** What is written: nothing secret, as JSON or readable. */
export function format(json: string, pretty: boolean): string {
  const line = hideSecretText(json);
  return pretty ? readable(line) : line;
}
