import { WicClient } from './wic-client.js';

/** What had been announced by a day, and then each new announcement, told by `say` until `signal` aborts. */
export async function watch(url: string, day: string, say: (line: string) => void, signal: AbortSignal) {
  const client = new WicClient({ url, signal });
  for await (const { announcedAt, title } of client.allAnnouncements({ asOf: day }))
    say(`${announcedAt.slice(0, 10)} ${title.en ?? title.zh}`);
  for await (const { data } of client.follow({ type: 'announcement.published', signal }))
    say(`new: ${data.announcement?.title.en ?? data.announcement?.title.zh}`);
}
