import type { Command } from 'commander';
import { createLocalKey } from '../local/local-key.js';
import { colors, print, table } from '../output/terminal.js';
import { run } from './run.js';

interface Key {
  id: string;
  name: string;
  scopes: string[];
  key?: string;
  expiresAt: string | null;
}

/** `wic keys …` */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('API keys').action(run(list));
  keys.command('list').action(run(list));
  addCreate(keys);
  addRevoke(keys);
}

function addCreate(keys: Command): void {
  keys
    .command('create')
    .description('make a key; it is shown once')
    .option('--name <name>', 'what it is for', 'cli')
    .option(
      '--scopes <scope...>',
      'announcements:read, announcements:write, sources:write, webhooks:read, webhooks:write, admin',
      ['admin'],
    )
    .option('--expires <instant>')
    .option('--local', 'write it straight into the database of this machine: for who owns the data directory')
    .action(
      run(
        async (
          { client, output },
          {
            local,
            name,
            scopes,
            expires,
          }: { local?: boolean; name: string; scopes: string[]; expires?: string },
        ) => {
          const body = { name, scopes, ...(expires ? { expiresAt: expires } : {}) };
          const key = local
            ? await createLocalKey(body)
            : await client.http.json<Key>('POST', '/v1/keys', { body });
          print(output, key, (made) => `Key ${made.id}, shown this once: ${colors.bold(made.key ?? '')}`);
        },
      ),
    );
}

function addRevoke(keys: Command): void {
  keys
    .command('revoke <id>')
    .action(
      run(
        async ({ client, output }, id: string) =>
          void (
            await client.http.json('DELETE', `/v1/keys/${encodeURIComponent(id)}`),
            output.note('Revoked.')
          ),
      ),
    );
}

async function list({ client, output }: Parameters<Parameters<typeof run>[0]>[0]): Promise<void> {
  const { data } = await client.http.json<{ data: Key[] }>('GET', '/v1/keys');
  print(output, data, (rows) =>
    table(rows.map((row) => [row.name, row.scopes.join(','), row.expiresAt ?? 'no end', colors.dim(row.id)])),
  );
}
