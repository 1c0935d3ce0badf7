import type { DocumentInput, DocumentResult } from '#client';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { failureOf, isAbort } from '../failure.js';
import { extractedText, importedText } from '../output/document.format.js';
import { Progress } from '../output/progress.js';
import { print } from '../output/terminal.js';
import { loadDocument, type About } from './load-document.js';
import { run } from './run.js';

/** `wic import`, `wic extract`. */
export function addDocuments(program: Command): void {
  described(program.command('import <file...>'))
    .description('read documents into the log: files, web addresses, or - for standard input')
    .action(run(importAll));

  described(program.command('extract <file>'))
    .description('show what would be read from a document; records nothing')
    .option('--explain', 'with the evidence of each field and the rules that fired')
    .action(
      run(async ({ client, output }, file: string, options: About & { explain?: boolean }) => {
        const { explain, ...about } = options;
        print(output, await client.extract(await loadDocument(file, about)), (extracted) =>
          extractedText(extracted, explain === true),
        );
      }),
    );
}

function described(command: Command): Command {
  return command
    .option('--published <date>', 'when it was published')
    .option('--title <title>', 'its headline')
    .option('--source-url <url>', 'where it was published')
    .option('--lang <lang>', 'en or zh');
}

async function importAll(context: Context, files: string[], about: About): Promise<void> {
  const [first = '', ...more] = files;
  if (more.length > 0) return importMany(context, files, about);
  const result = await context.client.importDocument(await loadDocument(first, about));
  print(context.output, result, importedText);
}

/** One after the other; one that fails is told and the rest go on. */
async function importMany({ client, output, signal }: Context, files: string[], about: About): Promise<void> {
  const progress = new Progress('Importing');
  const results: { file: string; result: DocumentResult }[] = [];
  const failed: string[] = [];
  for (const [index, file] of files.entries()) {
    progress.update(index, files.length);
    const result = await importOne(() => loadDocument(file, about), client).catch((error: unknown) => {
      if (signal.aborted || isAbort(error)) throw error;
      failed.push(`${file}: ${failureOf(error).message}`);
      return null;
    });
    if (result) results.push({ file, result });
  }
  progress.stop();
  const texts = (rows: typeof results) => rows.map(({ file, result }) => `${file}: ${importedText(result)}`);
  print(
    output,
    results.map(({ file, result }) => ({ file, ...result })),
    () => texts(results).join('\n') || 'Nothing was imported.',
  );
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${files.length} failed:\n  ${failed.join('\n  ')}`);
}

async function importOne(
  load: () => Promise<DocumentInput>,
  client: Context['client'],
): Promise<DocumentResult> {
  return client.importDocument(await load());
}
