import { createRequire } from 'node:module';
import { Agent, request } from 'undici';
import { answer } from '../../harness/child.js';
import { feedUrl } from './feed-text.js';
import type { Polled } from './poller.js';

const require = createRequire(import.meta.url);
const Parser = require('rss-parser') as new () => {
  parseString(text: string): Promise<{ items: { guid?: string }[] }>;
};

/** As many requests at a time as the program makes. */
const AT_A_TIME = 40;
const dispatcher = new Agent({ connections: 1 });
const parser = new Parser();

/** Asks for each feed once and, where it is sent, parses it. Keeps nothing, knows nothing. */
answer<
  { feeds: number; port: number; etag: string },
  Pick<Polled, 'seconds'> & { statuses: Record<number, number> }
>(async ({ feeds, port, etag }) => {
  const start = performance.now();
  const statuses: Record<number, number> = {};
  let next = 0;
  const work = async () => {
    for (let feed = next++; feed < feeds; feed = next++) {
      const headers = { 'if-none-match': etag, 'user-agent': 'bare' };
      const { statusCode, body } = await request(feedUrl(feed, port), { dispatcher, headers });
      const text = await body.text();
      if (statusCode === 200) await parser.parseString(text);
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { seconds: (performance.now() - start) / 1000, statuses };
});
