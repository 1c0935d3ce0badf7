import { Option, type Command } from 'commander';
import { instantText } from '../output/record.format.js';
import { colors, print, printDone, table } from '../output/terminal.js';
import type { Context } from '../context.js';
import { waitForJob, type Job } from './job.js';
import { run } from './run.js';

interface Key {
  id: string;
  name: string;
  scopes: string[];
  key?: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

const SCOPES = [
  'announcements:read',
  'announcements:write',
  'sources:write',
  'webhooks:read',
  'webhooks:write',
  'admin',
];

/** `wic keys …` */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('API keys').action(run(list));
  keys.command('list').description('every key, without its secret').action(run(list));
  addCreate(keys);
  addRevoke(keys);
  addRewrap(keys);
}

function addRewrap(keys: Command): void {
  keys
    .command('rewrap')
    .description('put every stored secret under the newest key of the keyring; older keys may go afterwards')
    .action(
      run(async (context: Context) => {
        const job = await context.client.http.json<Job>('POST', '/v1/jobs', { body: { job: 'rewrap' } });
        const result = await waitForJob(context, job, 'Putting secrets under the newest key');
        print(context.output, result, ({ secrets }) => `${String(secrets)} secrets put under the newest key`);
      }),
    );
}

interface CreateOptions {
  local?: boolean;
  name: string;
  scopes: string[];
  expires?: string;
}

function addCreate(keys: Command): void {
  keys
    .command('create')
    .description('make a key; it is shown once')
    .option('--name <name>', 'what it is for', 'cli')
    .addOption(new Option('--scopes <scope...>', 'what it may do').choices(SCOPES).default(['admin']))
    .option('--expires <instant>', 'until when it is valid, like 2030-01-31T00:00:00.000Z')
    .option('--local', 'write it straight into the database of this machine: for who owns the data directory')
    .action(run(create));
}

async function create({ client, output }: Context, options: CreateOptions): Promise<void> {
  const { local, name, scopes, expires } = options;
  const body = { name, scopes, ...(expires ? { expiresAt: expires } : {}) };
  const key = local
    ? await (await import('../local/local-key.js')).createLocalKey(body)
    : await client.http.json<Key>('POST', '/v1/keys', { body });
  print(output, key, (made) => `Key ${made.id}, shown this once: ${colors.bold(made.key ?? '')}`);
}

function addRevoke(keys: Command): void {
  keys
    .command('revoke <id>')
    .description('make a key invalid at once')
    .action(
      run(async ({ client, output }, id: string) => {
        await client.http.json('DELETE', `/v1/keys/${encodeURIComponent(id)}`);
        printDone(output, 'Revoked.');
      }),
    );
}

async function list({ client, output }: Context): Promise<void> {
  const { data } = await client.http.json<{ data: Key[] }>('GET', '/v1/keys');
  print(output, data, (rows) =>
    rows.length === 0
      ? 'No keys yet but the one in WIC_ADMIN_KEY: wic keys create'
      : table(
          rows.map((row) => [
            row.name,
            row.scopes.join(','),
            stateOf(row),
            usedText(row),
            colors.dim(row.id),
          ]),
        ),
  );
}

function stateOf({ revokedAt, expiresAt }: Key): string {
  if (revokedAt !== null) return colors.yellow(`revoked ${instantText(revokedAt)}`);
  return expiresAt === null ? 'no end' : `until ${instantText(expiresAt)}`;
}

function usedText({ lastUsedAt }: Key): string {
  return lastUsedAt === null ? 'never used' : `used ${instantText(lastUsedAt)}`;
}
