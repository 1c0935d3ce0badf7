import type { Command } from 'commander';
import type { Context } from '../context.js';
import { UsageError } from '../failure.js';
import { recordText } from '../output/record.format.js';
import { reextractionText } from '../output/reextraction.format.js';
import { statusText, type Status } from '../output/status.format.js';
import { print } from '../output/terminal.js';
import { backup, restore } from './backup.js';
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
        print(output, await client.http.json<Status>('GET', '/v1/status'), statusText),
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
        print(context.output, result, recordText);
        if (result['ok'] !== true) process.exitCode = 1;
      }),
    );
}

function addRebuild(program: Command): void {
  program
    .command('rebuild [view]')
    .description('fill a view (default: all) anew beside the live one')
    .option('--reset', 'throw all views of this machine’s database away; for a stopped tracker')
    .action(
      run(async (context, view: string | undefined, { reset }: { reset?: boolean }) => {
        if (reset) return resetViews(context, view);
        const body = { job: 'rebuild', ...(view ? { view } : {}) };
        print(context.output, await job(context, body, 'Rebuilding'), recordText);
      }),
    );
}

async function resetViews({ output }: Context, view: string | undefined): Promise<void> {
  if (view !== undefined) throw new UsageError('--reset throws all views away; leave the name out.');
  const { resetLocalViews } = await import('../local/reset-views.js');
  print(
    output,
    await resetLocalViews(),
    ({ place }) =>
      `The views in ${place} are thrown away. Start the tracker now: it fills them from its log.`,
  );
}

function addReextract(program: Command): void {
  program
    .command('reextract')
    .description('read the archive again with the present extractor')
    .option('--since <date>', 'only items received since')
    .option('--dry-run', 'only show what would change, field by field')
    .action(
      run(async (context, { since, dryRun }: { since?: string; dryRun?: boolean }) => {
        const body = { job: 'reextract', ...(since ? { since } : {}), dryRun: dryRun === true };
        print(context.output, await job(context, body, 'Reading again'), reextractionText);
      }),
    );
}

function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('the log with the archived texts, as NDJSON; - writes to standard output')
    .action(run(backup));
  program
    .command('restore <file>')
    .description('put a backup into an empty tracker; it sends nothing')
    .action(run(restore));
}

async function job(context: Context, body: { job: string }, what: string): Promise<Record<string, unknown>> {
  return waitForJob(context, await context.client.http.json<Job>('POST', '/v1/jobs', { body }), what);
}
