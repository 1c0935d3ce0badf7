import type { Command } from 'commander';
import { eventLine } from '../output/announcement.format.js';
import type { Context } from '../context.js';
import { run } from './run.js';
import type { LogEvent } from '#client';

/** `wic follow`, `wic replay`. */
export function addFollowing(program: Command): void {
  program
    .command('follow')
    .description('announcements as they are recorded, until Ctrl-C')
    .option('--after <position>', 'begin after this position; default: now')
    .option('--kind <kind...>')
    .option('--type <type...>', 'e.g. announcement.published')
    .action(
      run(async (context, options: { after?: string; kind?: string[]; type?: string[] }) => {
        const onReset = () =>
          context.output.note('The tracker has another log now; follow again without --after.');
        await show(context, context.client.follow({ ...options, signal: context.signal, onReset }));
      }),
    );

  program
    .command('replay')
    .description('history as it unfolded, in announced order')
    .option('--from <date>')
    .option('--to <date>')
    .option('--speed <days>', 'days a second; 0: as fast as it goes', '30')
    .action(
      run(async (context, { speed, ...options }: { from?: string; to?: string; speed: string }) => {
        await show(
          context,
          context.client.replay({ ...options, speed: Number(speed), signal: context.signal }),
        );
      }),
    );
}

async function show({ output, signal }: Context, events: AsyncIterable<LogEvent>): Promise<void> {
  try {
    for await (const event of events) output.line(output.json ? JSON.stringify(event) : eventLine(event));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
