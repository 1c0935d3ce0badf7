import type { Page, Source } from '#client';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { recordText } from '../output/record.format.js';
import { colors, print, printDone, table } from '../output/terminal.js';
import { run } from './run.js';

/** `wic sources …` */
export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('what is followed, and how it is doing')
    .action(run(list));
  sources.command('list').description('the same').action(run(list));
  addFollow(sources);
  addPoll(sources);
  addPauseAndResume(sources);
  addRemove(sources);
  addOpmlExport(sources);
  addOpmlImport(sources);
}

function addFollow(sources: Command): void {
  sources
    .command('add <url>')
    .description('follow a feed, a page, or a site whose feed is looked for')
    .option('--kind <kind>', 'feed or page')
    .option('--title <title>', 'what to call it')
    .option('--lang <lang>', 'en or zh')
    .option('--tz <zone>', 'zone of dates without one')
    .option('--link-pattern <pattern>', 'for pages: which links are articles')
    .option('--filter <filter>', 'wic: only what is about it; all: everything in it is')
    .action(
      run(async (context, url: string, options: object) => {
        const source = await context.client.http.json<Source>('POST', '/v1/sources', {
          body: { url, ...options },
        });
        print(context.output, source, (row) => `Following ${row.title} (${row.kind}): ${row.id}`);
      }),
    );
}

function addPoll(sources: Command): void {
  sources
    .command('poll <id>')
    .description('fetch it now')
    .action(
      run(async ({ client, output }, id: string) => {
        print(output, await client.http.json<Record<string, unknown>>('POST', at(id, '/poll')), recordText);
      }),
    );
}

function addPauseAndResume(sources: Command): void {
  for (const [verb, paused] of [
    ['pause', true],
    ['resume', false],
  ] as const) {
    sources
      .command(`${verb} <id>`)
      .description(`${verb} polling`)
      .action(
        run(async ({ client, output }, id: string) =>
          print(
            output,
            await client.http.json<Source>('PATCH', at(id), { body: { paused } }),
            (row) => `${row.title}: ${row.health}`,
          ),
        ),
      );
  }
}

function addRemove(sources: Command): void {
  sources
    .command('remove <id>')
    .description('follow it no more; what it said stays')
    .action(
      run(
        async ({ client, output }, id: string) =>
          void (await client.http.json('DELETE', at(id)), printDone(output, 'Removed.')),
      ),
    );
}

function addOpmlExport(sources: Command): void {
  sources
    .command('export-opml')
    .description('the list of sources as OPML')
    .action(
      run(async ({ client, output }) =>
        output.line(await (await client.http.raw('GET', '/v1/sources.opml')).text()),
      ),
    );
}

function addOpmlImport(sources: Command): void {
  sources
    .command('import-opml <file>')
    .description('follow every feed of an OPML file')
    .action(
      run(async ({ client, output }, file: string) => {
        const body = { opml: await readFile(file, 'utf8') };
        const result = await client.http.json<{ followed: number; known: number }>(
          'POST',
          '/v1/sources.opml',
          { body },
        );
        print(output, result, ({ followed, known }) => `${followed} followed, ${known} followed before.`);
      }),
    );
}

const at = (id: string, rest = '') => `/v1/sources/${encodeURIComponent(id)}${rest}`;

async function list({ client, output }: Context): Promise<void> {
  const { data } = await client.http.json<Page<Source>>('GET', '/v1/sources', { query: { limit: 200 } });
  print(output, data, (rows) =>
    rows.length === 0
      ? 'No sources yet: wic sources add <url>'
      : table(
          rows.map((row) => [
            row.kind,
            row.health === 'ok' ? colors.green('ok') : colors.yellow(row.health ?? ''),
            row.title,
            row.url ?? '',
            colors.dim(row.nextPollReason ?? ''),
            colors.dim(row.id),
          ]),
        ),
  );
}
