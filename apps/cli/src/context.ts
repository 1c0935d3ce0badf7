import { WicClient } from '#client';
import { makeOutput, type Output } from './output/terminal.js';

/** What every command works with. */
export interface Context {
  client: WicClient;
  output: Output;
  /** Aborts on Ctrl-C: long commands end in good order. */
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
  return {
    client: new WicClient({
      url: options.url ?? env['WIC_URL'] ?? 'http://127.0.0.1:4180',
      ...(key ? { key } : {}),
    }),
    output: makeOutput(options.json === true),
    signal: interrupted.signal,
  };
}
