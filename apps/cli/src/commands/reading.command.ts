import type { AnnouncementQuery } from '#client';
import type { Command } from 'commander';
import { announcementList, announcementPage } from '../output/announcement.format.js';
import { print } from '../output/terminal.js';
import { count } from './arguments.js';
import { historyText } from '../output/history.format.js';
import { run } from './run.js';

type Filter = Pick<AnnouncementQuery, 'knownAt' | 'kind' | 'limit'>;

/** `wic at`, `wic search`, `wic show`. */
export function addReading(program: Command): void {
  program
    .command('at <date>')
    .description('the state of the world as announced by that day')
    .option('--known-at <date>', 'as the tracker knew it then: a date, an instant or a position')
    .option('--kind <kind...>', 'only these kinds')
    .option('--limit <n>', 'at most so many', count, 1000)
    .action(run(async (context, date: string, options: Filter) => list(context, { ...options, asOf: date })));

  program
    .command('search <words>')
    .description('announcements with these words, English or Chinese')
    .option('--as-of <date>', 'as announced by then')
    .option('--known-at <date>', 'as the tracker knew it then')
    .option('--kind <kind...>', 'only these kinds')
    .option('--limit <n>', 'at most so many', count, 50)
    .action(run(async (context, q: string, options: Filter) => list(context, { ...options, q })));

  program
    .command('show <id>')
    .description('one announcement with its evidence')
    .option('--history', 'everything that happened to it')
    .option('--as-of <date>', 'as announced by then')
    .option('--known-at <date>', 'as the tracker knew it then')
    .action(
      run(
        async (
          { client, output },
          id: string,
          { history, ...time }: { history?: boolean; asOf?: string; knownAt?: string },
        ) => {
          if (history) print(output, await client.history(id, time), ({ data }) => historyText(data));
          else print(output, await client.announcement(id, time), announcementPage);
        },
      ),
    );
}

async function list(
  { client, output }: Parameters<Parameters<typeof run>[0]>[0],
  { limit, ...query }: AnnouncementQuery,
): Promise<void> {
  const rows = [];
  for await (const row of client.allAnnouncements(query)) {
    rows.push(row);
    if (rows.length >= Number(limit)) break;
  }
  print(output, rows, (found) => announcementList(found));
}
