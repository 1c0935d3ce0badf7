import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { chronicleEntry, type ChronicleEntry } from './chronicle.schema.js';

/** Every entry of the chronicle, oldest first. Throws naming the file and the entry that cannot be. */
export async function readChronicle(folder = chronicleFolder()): Promise<ChronicleEntry[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const entries = await Promise.all(files.map((file) => readEntries(join(folder, file))));
  return entries
    .flat()
    .sort((a, b) => (a.announcedAt < b.announcedAt ? -1 : a.announcedAt > b.announcedAt ? 1 : 0));
}

async function readEntries(file: string): Promise<ChronicleEntry[]> {
  const parsed = z.array(chronicleEntry).safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`The chronicle cannot be read: ${file}: ${z.prettifyError(parsed.error)}`);
}

/** `chronicle/` at the top of the project, from the sources and from the compiled program alike. */
function chronicleFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'chronicle');
  }
  throw new Error('The folder chronicle/ is missing beside package.json.');
}
