import { randomBytes } from 'node:crypto';
import { access, chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;
const HOW =
  'Write JSON like {"2026-01": "<32 bytes in base64>"} or one "id: base64" a line; the last is the newest.';

/** Named AES-256 keys that wrap data keys. The last one given is the newest: it wraps, the others only unwrap. */
export class Keyring {
  private constructor(
    private readonly keys: ReadonlyMap<string, Buffer>,
    /** The id of the key that wraps. */
    readonly newest: string,
  ) {}

  /** Reads JSON or lines; throws an Error that names `source` and never repeats a key. */
  static parse(text: string, source: string): Keyring {
    const keys = new Map(entriesOf(text, source).map(([id, key]) => [id, keyBytes(id, key, source)]));
    const newest = [...keys.keys()].at(-1);
    if (newest === undefined) throw new Error(`${source} holds no key. ${HOW}`);
    return new Keyring(keys, newest);
  }

  /** The key of that id, or undefined when the keyring has lost it. */
  key(id: string): Buffer | undefined {
    return this.keys.get(id);
  }
}

/**
 * The keyring of `SECRETS_KEYRING` (`value`), else of the file, which is made with one fresh key (mode 0600)
 * when it is missing; of two processes that make it at once one wins and both use that.
 */
export async function loadKeyring(options: { value?: string | undefined; file: string }): Promise<Keyring> {
  if (options.value) return Keyring.parse(options.value, 'SECRETS_KEYRING');
  await mkdir(dirname(options.file), { recursive: true });
  await createOnce(options.file);
  await chmod(options.file, 0o600);
  return Keyring.parse(await readFile(options.file, 'utf8'), options.file);
}

/** One line of a keyring: a fresh key under an id that sorts by time. Append it to rotate. */
export function newKeyLine(now = new Date()): string {
  return `k${now.toISOString().replace(/\D/g, '').slice(0, 14)}: ${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** Written in full beside its place, then linked: a crash leaves no half keyring, and the first one wins. */
async function createOnce(file: string): Promise<void> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return;
  const draft = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${newKeyLine()}\n`, { mode: 0o600, flush: true } as object);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

function entriesOf(text: string, source: string): [string, string][] {
  if (text.trim().startsWith('{')) {
    try {
      return Object.entries(JSON.parse(text) as Record<string, string>);
    } catch {
      throw new Error(`${source} is no valid JSON. ${HOW}`);
    }
  }
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, id, key] = /^([\w.-]+)\s*[:=]\s*(\S+)$/.exec(line) ?? [];
      if (id === undefined || key === undefined)
        throw new Error(`${source} has a line that is no key. ${HOW}`);
      return [id, key];
    });
}

function keyBytes(id: string, key: unknown, source: string): Buffer {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.alloc(0);
  if (bytes.length === KEY_BYTES) return bytes;
  throw new Error(`${source}: the key "${id}" is not ${KEY_BYTES} bytes in base64. ${HOW}`);
}
