import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from './example.js';
import { json, LoopbackTracker, type Answer } from './tracker.fixture.js';

it('the example tells the past by a day and what is new', async () => {
  const row = { announcedAt: '2023-06-14T16:00:00.000Z', title: { zh: '浙江办事处揭牌' } };
  const stream: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = { position: '6', data: { announcement: { title: { en: 'Summit opens' } } } };
    response.write(`id: 6\nevent: announcement.published\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const tracker = await LoopbackTracker.start({
    '/v1/announcements': json({ data: [row], page: { next: null }, total: 1 }),
    '/v1/events': json({ data: [], page: { next: '5', hasMore: false } }),
    '/v1/stream': stream,
  });
  const said: string[] = [];
  const ended = new AbortController();
  const say = (line: string) => {
    said.push(line);
    if (said.length === 2) ended.abort();
  };
  await watch(tracker.url, '2023-06-20', say, ended.signal);
  await tracker.stop();
  expect(said).toEqual(['2023-06-14 浙江办事处揭牌', 'new: Summit opens']);
});

it('the guide for receivers shows the example as it is', () => {
  const here = import.meta.dirname;
  const guide = readFileSync(join(here, '../../../docs/receivers.md'), 'utf8');
  const [, shown] = /<!-- example -->\n```ts\n([\s\S]*?)```\n<!-- \/example -->/.exec(guide) ?? [];
  expect(shown).toBe(readFileSync(join(here, 'example.ts'), 'utf8'));
});
