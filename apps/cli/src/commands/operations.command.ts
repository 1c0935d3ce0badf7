import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { Progress } from '../output/progress.js';
import { print, table } from '../output/terminal.js';
import { waitForJob, type Job } from './job.js';
import { run } from './run.js';

/** `wic status`, `verify`, `rebuild`, `reextract`, `backup`, `restore`. */
export function addOperations(program: Command): void {
  addStatus(program);
  addVerify(program);
  addRebuild(program);
  addReextract(program);
  addBackup(program);
}

function addStatus(program: Command): void {
  program
    .command('status')
    .description('positions, lag, sources and webhooks of the tracker')
    .action(
      run(async ({ client, output }) =>
        print(output, await client.http.json<Record<string, unknown>>('GET', '/v1/status'), pairs),
      ),
    );
}

function addVerify(program: Command): void {
  program
    .command('verify')
    .description('walk the log, its chains and seals and the archive, and compare the views with a replay')
    .option('--digest <position:hex>', 'a digest written down earlier')
    .action(
      run(async (context, { digest }: { digest?: string }) => {
        const result = await job(context, { job: 'verify', ...(digest ? { digest } : {}) }, 'Verifying');
        print(context.output, result, pairs);
        if (result['ok'] !== true) process.exitCode = 1;
      }),
    );
}

function addRebuild(program: Command): void {
  program
    .command('rebuild [view]')
    .description('fill a view (default: all) anew beside the live one')
    .action(
      run(async (context, view?: string) =>
        print(
          context.output,
          await job(context, { job: 'rebuild', ...(view ? { view } : {}) }, 'Rebuilding'),
          pairs,
        ),
      ),
    );
}

function addReextract(program: Command): void {
  program
    .command('reextract')
    .description('read the archive again with the present extractor')
    .option('--since <date>', 'only items received since')
    .option('--dry-run', 'only show what would change')
    .action(
      run(async (context, { since, dryRun }: { since?: string; dryRun?: boolean }) => {
        const body = { job: 'reextract', ...(since ? { since } : {}), dryRun: dryRun === true };
        print(context.output, await job(context, body, 'Reading again'), pairs);
      }),
    );
}

function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('the log with the archived texts, as NDJSON')
    .action(run(backup));
  program
    .command('restore <file>')
    .description('put a backup into an empty tracker; it sends nothing')
    .action(run(restore));
}

async function job(context: Context, body: { job: string }, what: string): Promise<Record<string, unknown>> {
  return waitForJob(context, await context.client.http.json<Job>('POST', '/v1/jobs', { body }), what);
}

async function backup({ client, output, signal }: Context, file: string): Promise<void> {
  const response = await client.http.raw('GET', '/v1/backup', { signal });
  const progress = new Progress('Backing up (lines)');
  const total = Number(response.headers.get('wic-lines') ?? 0);
  let lines = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      lines += chunk.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
      progress.update(lines, Math.max(total, lines));
      yield chunk;
    }
  };
  await pipeline(Readable.fromWeb(response.body as never), counted, createWriteStream(file, { mode: 0o600 }));
  progress.stop();
  output.note(`${lines} lines in ${file}.`);
}

async function restore(context: Context, file: string): Promise<void> {
  const { size } = await stat(file);
  const progress = new Progress('Sending (bytes)');
  let sent = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sent += chunk.length;
      progress.update(sent, size);
      yield chunk;
    }
  };
  const body = Readable.toWeb(Readable.from(counted(createReadStream(file)))) as ReadableStream;
  const started = await context.client.http.upload<Job>('/v1/restore', body, 'application/x-ndjson');
  progress.stop();
  print(context.output, await waitForJob(context, started, 'Restoring'), pairs);
}

function pairs(result: Record<string, unknown>): string {
  return table(
    Object.entries(result).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}
