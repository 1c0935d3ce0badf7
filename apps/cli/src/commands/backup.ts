import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../context.js';
import { Progress } from '../output/progress.js';
import { recordText } from '../output/record.format.js';
import { print } from '../output/terminal.js';
import { waitForJob, type Job } from './job.js';

const NEWLINE = 10;

/** Writes the backup beside the file and moves it there when it is whole, so that half a one is never mistaken. */
export async function backup(context: Context, file: string): Promise<void> {
  if (file === '-') return void (await download(context, process.stdout));
  const partial = `${file}.partial`;
  const target = await open(partial, 'w', 0o600);
  try {
    const lines = await download(context, target.createWriteStream());
    await rename(partial, file);
    print(context.output, { file, lines }, () => `${lines} lines in ${file}.`);
  } catch (error) {
    await target.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function download({ client, signal }: Context, target: Writable): Promise<number> {
  const response = await client.http.raw('GET', '/v1/backup', { signal });
  const progress = new Progress('Backing up', 'lines');
  let lines = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      for (const byte of chunk) if (byte === NEWLINE) lines++;
      progress.update(lines);
      yield chunk;
    }
  };
  try {
    await pipeline(Readable.fromWeb(response.body as never), counted, target, {
      end: target !== process.stdout,
    });
  } finally {
    progress.stop();
  }
  return lines;
}

/** Sends a backup and waits until it is taken in. */
export async function restore(context: Context, file: string): Promise<void> {
  const { size } = await stat(file);
  const progress = new Progress('Sending', 'bytes');
  let sent = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sent += chunk.length;
      progress.update(sent, size);
      yield chunk;
    }
  };
  const body = Readable.toWeb(Readable.from(counted(createReadStream(file)))) as ReadableStream;
  const started = await context.client.http
    .upload<Job>('/v1/restore', body, 'application/x-ndjson')
    .finally(() => progress.stop());
  print(context.output, await waitForJob(context, started, 'Restoring'), recordText);
}
