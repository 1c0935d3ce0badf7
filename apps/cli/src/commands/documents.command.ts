import type { DocumentInput, Extracted } from '#client';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { announcementList } from '../output/announcement.format.js';
import { colors, print, table } from '../output/terminal.js';
import { run } from './run.js';

interface About {
  published?: string;
  title?: string;
  sourceUrl?: string;
  lang?: 'en' | 'zh';
}

/** `wic import`, `wic extract`. */
export function addDocuments(program: Command): void {
  described(program.command('import <file>'))
    .description('read a document into the log: a file, a web address, or - for standard input')
    .action(
      run(async ({ client, output }, file: string, about: About) => {
        const result = await client.importDocument(await load(file, about));
        print(output, result, ({ itemId, relevant, outcome, announcements }) =>
          [
            `${relevant ? `${announcements.length} announcement(s)` : 'Not about the WIC'}${outcome === 'known' ? ', known already' : ''} in item ${itemId}`,
            table(
              announcements.map((row) => [
                `  ${row.outcome}`,
                colors.cyan(row.kind),
                row.confidence.toFixed(2),
                row.id,
              ]),
            ),
          ].join('\n'),
        );
      }),
    );

  described(program.command('extract <file>'))
    .description('show what would be read from a document; records nothing')
    .option('--explain', 'with the evidence of each field and the rules that fired')
    .action(
      run(async ({ client, output }, file: string, { explain, ...about }: About & { explain?: boolean }) => {
        print(output, await client.extract(await load(file, about)), (extracted) =>
          extractedText(extracted, explain === true),
        );
      }),
    );
}

function described(command: Command): Command {
  return command
    .option('--published <date>', 'when it was published')
    .option('--title <title>')
    .option('--source-url <url>', 'where it was published')
    .option('--lang <lang>', 'en or zh');
}

async function load(file: string, { published, title, sourceUrl, lang }: About): Promise<DocumentInput> {
  const content = await read(file);
  const isHtml = /^\s*<(!doctype|html)/i.test(content);
  const url = sourceUrl ?? (isUrl(file) ? file : undefined);
  return {
    ...(isHtml ? { html: content } : { text: content }),
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(published ? { publishedAt: published } : {}),
    ...(lang ? { lang } : {}),
  };
}

async function read(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  if (!isUrl(file)) return readFile(file, 'utf8');
  const response = await fetch(file, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`${file} answered HTTP ${response.status}.`);
  return response.text();
}

const isUrl = (file: string) => /^https?:\/\//.test(file);

function extractedText({ relevant, lang, announcements }: Extracted, explain: boolean): string {
  const head = relevant
    ? `About the WIC (${lang}): ${announcements.length} announcement(s)`
    : 'Not about the WIC';
  const blocks = announcements.map((row) => {
    const line = announcementList([{ ...row, id: row.confidence.toFixed(2) } as never]);
    if (!explain) return line;
    const evidence = row.evidence.map(({ field, text }) => `    ${colors.cyan(field)}: “${text}”`);
    return [line, ...evidence, ...(row.rules ? [`    rules: ${row.rules.join(', ')}`] : [])].join('\n');
  });
  return [head, ...blocks].join('\n');
}
