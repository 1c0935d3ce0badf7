import type { Announcement, Page } from '#client';
import type { Command } from 'commander';
import { announcementList } from '../output/announcement.format.js';
import { print } from '../output/terminal.js';
import { run } from './run.js';

/** `wic review`, with `accept` and `reject`. */
export function addReview(program: Command): void {
  const review = program
    .command('review')
    .description('readings that await a decision')
    .action(
      run(async ({ client, output }) => {
        const { data } = await client.http.json<Page<Announcement>>('GET', '/v1/review');
        print(output, data, (rows) =>
          rows.length === 0 ? 'Nothing awaits a decision.' : announcementList(rows),
        );
      }),
    );
  for (const decision of ['accept', 'reject'] as const) {
    review
      .command(`${decision} <id>`)
      .description(`${decision} a reading`)
      .option('--reason <text>')
      .action(
        run(async ({ client, output }, id: string, { reason }: { reason?: string }) => {
          const body = { decision, ...(reason ? { reason } : {}) };
          print(
            output,
            await client.http.json<object>('POST', `/v1/review/${encodeURIComponent(id)}`, { body }),
            () => `${decision}ed`,
          );
        }),
      );
  }
}
