import type { Kind, LogEnd, LogEvent } from '#client';
import type { Command } from 'commander';
import { eventLine } from '../output/event.format.js';
import type { Context } from '../context.js';
import { run } from './run.js';

/** `wic follow`. */
export function addFollowing(program: Command): void {
  program
    .command('follow')
    .description('announcements as they are recorded, until Ctrl-C')
    .option('--after <position>', 'begin after this position; default: now')
    .option('--kind <kind...>', 'only these kinds')
    .option('--type <type...>', 'only these, e.g. announcement.published or source.*')
    .action(run(followLog));
}

interface FollowOptions {
  after?: string;
  kind?: Kind[];
  type?: string[];
}

async function followLog(context: Context, options: FollowOptions): Promise<void> {
  const { client, output, signal } = context;
  await client.http.json('GET', '/health/live'); // a wrong address is said at once, not tried for ever
  if (output.isTerminal && !output.json) output.note('Following; Ctrl-C ends it.');
  let end: LogEnd | null = null;
  const onReset = (now: LogEnd) => (end = now);
  const onBreak = (waitMs: number) =>
    output.note(`The connection broke; trying again in ${waitMs / 1000} s, from where it was.`);
  await show(context, client.follow({ ...options, signal, onReset, onBreak }));
  if (end !== null) throw new Error(resetText(end, options.after));
}

/** What to do about a cursor that the tracker cannot serve. */
export function resetText({ position, logId }: LogEnd, after = 'there'): string {
  return [
    `The tracker cannot go on from ${after}: that is beyond the end of its log, or of another log.`,
    `Its log ${logId} ends at ${position}. Follow what is new:  wic follow --after ${position}`,
    'or see all of it again:  wic follow --after 0',
  ].join('\n');
}

async function show({ output, signal }: Context, events: AsyncIterable<LogEvent>): Promise<void> {
  try {
    for await (const event of events) output.line(output.json ? JSON.stringify(event) : eventLine(event));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
