import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';

/** Where a connection is cut: after so many bytes, events or milliseconds, or before anything was answered. */
export type Cut =
  | { at: 'bytes'; count: number }
  | { at: 'events'; count: number }
  | { at: 'ms'; count: number }
  | { at: 'position'; position: string }
  | { at: 'request' };

/** What a round came to. */
export type Ending = 'cut' | 'refused' | 'ended' | 'broken';

const PATIENCE_MS = 30_000;

/**
 * A client of the stream that knows nothing but the event stream format: keeps the ids of what it was told and
 * resumes after the last one. Its socket is destroyed wherever a cut says, also within a message or a character.
 */
export class CutClient {
  readonly ids: string[] = [];
  /** Events other than the log's own, such as `reset`. */
  readonly strange: string[] = [];
  last: string;

  constructor(
    private readonly url: () => string,
    private readonly key: string,
    after: string,
    /** Whether it names its cursor in the header, else in the query. */
    private readonly byHeader: boolean,
  ) {
    this.last = after;
  }

  /** One connection up to its cut. */
  async round(cut: Cut): Promise<Ending> {
    const begun = this.ids.length;
    const cursor = this.byHeader ? '' : `${this.url().includes('?') ? '&' : '?'}after=${this.last}`;
    const resume = this.byHeader ? { 'last-event-id': this.last } : {};
    const request = get(this.url() + cursor, {
      agent: false,
      headers: { authorization: `Bearer ${this.key}`, ...resume },
    });
    const answer = answerTo(request); // listens at once: a socket may fail before anything is awaited
    const limit = setTimeout(() => request.destroy(), cut.at === 'ms' ? cut.count : PATIENCE_MS);
    try {
      if (cut.at === 'request') {
        await sleep(1);
        request.destroy();
      }
      const response = await answer;
      if (response === null) return cut.at === 'request' || cut.at === 'ms' ? 'cut' : 'broken';
      if (response.statusCode !== 200) return await refused(response);
      return await this.read(response, cut, begun);
    } finally {
      clearTimeout(limit);
      request.destroy();
    }
  }

  private async read(response: IncomingMessage, cut: Cut, begun: number): Promise<Ending> {
    const decoder = new TextDecoder();
    const parser = createParser({ onEvent: ({ id, event }) => this.take(id, event) });
    let bytes = 0;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        const room = cut.at === 'bytes' ? cut.count - bytes : Infinity;
        const part = chunk.subarray(0, room);
        bytes += part.length;
        parser.feed(decoder.decode(part, { stream: true }));
        if (part.length < chunk.length) return 'cut';
        if (cut.at === 'events' && this.ids.length - begun >= cut.count) return 'cut';
        if (cut.at === 'position' && BigInt(this.last) >= BigInt(cut.position)) return 'cut';
      }
      return 'ended';
    } catch {
      return cut.at === 'ms' ? 'cut' : 'broken';
    }
  }

  private take(id: string | undefined, event: string | undefined): void {
    if (id === undefined || event === 'reset') return void this.strange.push(event ?? 'message');
    this.ids.push(id);
    this.last = id;
  }
}

async function refused(response: IncomingMessage): Promise<Ending> {
  response.resume();
  await sleep(Number(response.headers['retry-after'] ?? 0) * 1000 || 100);
  return 'refused';
}

function answerTo(request: ReturnType<typeof get>): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    request.once('response', resolve);
    request.on('error', () => resolve(null));
    request.once('close', () => resolve(null));
  });
}
