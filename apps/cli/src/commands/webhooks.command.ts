import type { NewWebhook, Page, Webhook } from '#client';
import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { cellText, recordText } from '../output/record.format.js';
import { colors, print, printDone, table } from '../output/terminal.js';
import { number } from './arguments.js';
import { run } from './run.js';

/** `wic webhooks …` */
export function addWebhooks(program: Command): void {
  const webhooks = program.command('webhooks').description('who is sent announcements').action(run(list));
  webhooks.command('list').description('the same').action(run(list));
  addSubscribe(webhooks);
  addTest(webhooks);
  addReplay(webhooks);
  addAttempts(webhooks);
  addRotate(webhooks);
  addEnable(webhooks);
  addRemove(webhooks);
}

function addSubscribe(webhooks: Command): void {
  webhooks
    .command('add <url>')
    .description('send announcements to an address')
    .option('--kinds <kind...>', 'only these kinds of announcement')
    .option('--types <type...>', 'only these events, e.g. announcement.published')
    .option('--q <words>', 'only with these words')
    .option('--activity <key>', 'only of this activity, e.g. summit/2026')
    .option('--lang <lang>', 'only told in this language, en or zh')
    .option('--format <format>', 'standard, cloudevents, slack, discord, teams, feishu, dingtalk, wecom')
    .option('--from <when>', 'now, a date, or a position')
    .option('--backfill', 'also what was announced long before it was recorded')
    .option('--description <text>', 'what it is for')
    .action(
      run(async ({ client, output }, url: string, options: object) => {
        const created = await client.http.json<NewWebhook>('POST', '/v1/webhooks', {
          body: { url, ...options },
        });
        print(
          output,
          created,
          ({ id, secret }) => `Webhook ${id}\nSigning secret, shown this once: ${colors.bold(secret ?? '')}`,
        );
      }),
    );
}

function addTest(webhooks: Command): void {
  webhooks
    .command('test <id>')
    .description('send a signed webhook.ping now')
    .action(
      run(async ({ client, output }, id: string) =>
        print(output, await client.http.json<object>('POST', at(id, '/test')), recordText),
      ),
    );
}

function addReplay(webhooks: Command): void {
  webhooks
    .command('replay <id>')
    .description('send past announcements again')
    .requiredOption('--from <when>', 'a date or a position')
    .option('--to <when>', 'a date or a position; default: the head')
    .addOption(
      new Option('--mode <mode>', 'which of them').choices(['all', 'missing', 'failed']).default('all'),
    )
    .action(
      run(async ({ client, output }, id: string, body: object) =>
        print(output, await client.http.json<object>('POST', at(id, '/replays'), { body }), recordText),
      ),
    );
}

function addAttempts(webhooks: Command): void {
  webhooks
    .command('attempts <id>')
    .description('what was tried, and what came back')
    .addOption(new Option('--status <status>', 'only these').choices(['success', 'failure']))
    .action(
      run(async ({ client, output }, id: string, query: object) => {
        const { data } = await client.http.json<Page<Record<string, unknown>>>('GET', at(id, '/attempts'), {
          query,
        });
        print(output, data, (rows) =>
          rows.length === 0
            ? 'Nothing was tried yet.'
            : table(
                rows.map((row) =>
                  [row['startedAt'], row['outcome'], row['status'], took(row), row['error'], row['id']].map(
                    cellText,
                  ),
                ),
              ),
        );
      }),
    );
}

function addRotate(webhooks: Command): void {
  webhooks
    .command('rotate <id>')
    .description('make a new signing secret')
    .option('--overlap-hours <hours>', 'how long the old one still signs', number, 24)
    .action(
      run(async ({ client, output }, id: string, { overlapHours }: { overlapHours: number }) => {
        const rotated = await client.http.json<NewWebhook>('POST', at(id, '/rotate-secret'), {
          body: { overlapHours },
        });
        print(
          output,
          rotated,
          ({ secret }) => `New signing secret, shown this once: ${colors.bold(secret ?? '')}`,
        );
      }),
    );
}

function addEnable(webhooks: Command): void {
  webhooks
    .command('enable <id>')
    .description('take deliveries up again')
    .addOption(
      new Option('--resume <what>', 'with what was missed, or from now on')
        .choices(['backlog', 'now'])
        .default('backlog'),
    )
    .action(
      run(async ({ client, output }, id: string, body: object) =>
        print(
          output,
          await client.http.json<Webhook>('POST', at(id, '/enable'), { body }),
          ({ state }) => state,
        ),
      ),
    );
}

function addRemove(webhooks: Command): void {
  webhooks
    .command('remove <id>')
    .description('delete it and its secrets')
    .action(
      run(
        async ({ client, output }, id: string) =>
          void (await client.http.json('DELETE', at(id)), printDone(output, 'Removed.')),
      ),
    );
}

const at = (id: string, rest = '') => `/v1/webhooks/${encodeURIComponent(id)}${rest}`;
const took = (row: Record<string, unknown>) =>
  typeof row['durationMs'] === 'number' ? `${row['durationMs']} ms` : '';

async function list({ client, output }: Context): Promise<void> {
  const { data } = await client.http.json<Page<Webhook>>('GET', '/v1/webhooks', { query: { limit: 200 } });
  print(output, data, (rows) =>
    rows.length === 0
      ? 'No webhooks yet: wic webhooks add <url>'
      : table(
          rows.map((row) => [
            row.state === 'active' ? colors.green(row.state) : colors.yellow(row.state),
            row.url,
            `backlog ${row.backlog ?? 0}`,
            row.reason ?? '',
            colors.dim(row.id),
          ]),
        ),
  );
}
