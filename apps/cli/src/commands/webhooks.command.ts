import type { Page, Webhook } from '#client';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { colors, print, table } from '../output/terminal.js';
import { run } from './run.js';

/** `wic webhooks …` */
export function addWebhooks(program: Command): void {
  const webhooks = program.command('webhooks').description('who is sent announcements').action(run(list));
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
    .option('--kinds <kind...>')
    .option('--types <type...>')
    .option('--q <words>')
    .option('--activity <key>')
    .option('--lang <lang>')
    .option('--format <format>', 'standard, cloudevents, slack, discord, teams, feishu, dingtalk, wecom')
    .option('--from <when>', 'now, a date, or a position')
    .option('--backfill', 'also what was announced long before it was recorded')
    .option('--description <text>')
    .action(
      run(async ({ client, output }, url: string, options: object) => {
        const created = await client.http.json<Webhook>('POST', '/v1/webhooks', {
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
        print(output, await client.http.json<object>('POST', at(id, '/test')), pairs),
      ),
    );
}

function addReplay(webhooks: Command): void {
  webhooks
    .command('replay <id>')
    .description('send past announcements again')
    .requiredOption('--from <when>', 'a date or a position')
    .option('--to <when>')
    .option('--mode <mode>', 'all, missing or failed', 'all')
    .action(
      run(async ({ client, output }, id: string, body: object) =>
        print(output, await client.http.json<object>('POST', at(id, '/replays'), { body }), pairs),
      ),
    );
}

function addAttempts(webhooks: Command): void {
  webhooks
    .command('attempts <id>')
    .description('what was tried, and what came back')
    .option('--status <status>')
    .action(
      run(async ({ client, output }, id: string, query: object) => {
        const { data } = await client.http.json<Page<Record<string, unknown>>>('GET', at(id, '/attempts'), {
          query,
        });
        print(output, data, (rows) =>
          table(
            rows.map((row) =>
              [row['at'], row['status'], row['responseStatus'], row['error'], row['id']].map((cell) =>
                String(cell ?? ''),
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
    .option('--overlap-hours <hours>', 'how long the old one still signs', '24')
    .action(
      run(async ({ client, output }, id: string, { overlapHours }: { overlapHours: string }) => {
        const rotated = await client.http.json<Webhook>('POST', at(id, '/rotate-secret'), {
          body: { overlapHours: Number(overlapHours) },
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
    .option('--resume <what>', 'backlog (what was missed) or now', 'backlog')
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
          void (await client.http.json('DELETE', at(id)), output.note('Removed.')),
      ),
    );
}

const at = (id: string, rest = '') => `/v1/webhooks/${encodeURIComponent(id)}${rest}`;
const pairs = (result: object) =>
  table(
    Object.entries(result).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

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
