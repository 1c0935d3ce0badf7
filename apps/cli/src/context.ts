import { WicClient } from '#client';
import { UsageError } from './failure.js';
import { makeOutput, type Output } from './output/terminal.js';

const DEFAULT_URL = 'http://127.0.0.1:4180';

/** What every command works with. */
export interface Context {
  client: WicClient;
  output: Output;
  /** Aborts on Ctrl-C: long commands end in good order. A second Ctrl-C ends the program at once. */
  signal: AbortSignal;
}

/** From the global options and the environment (WIC_URL, WIC_KEY). */
export function makeContext(
  options: { url?: string; key?: string; json?: boolean },
  env = process.env,
): Context {
  const key = options.key ?? env['WIC_KEY'];
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { signal } = interrupted;
  return {
    client: new WicClient({ url: addressOf(options, env), signal, ...(key ? { key } : {}) }),
    output: makeOutput(options.json === true),
    signal,
  };
}

/** Where the tracker is. Throws UsageError when that is no address. */
export function addressOf(options: { url?: string }, env: Record<string, string | undefined>): string {
  const url = (options.url ?? env['WIC_URL']) || DEFAULT_URL;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  const name = options.url === undefined ? 'WIC_URL' : '--url';
  throw new UsageError(`${name} is not an http address: ${url}. Write for example ${DEFAULT_URL}`);
}
