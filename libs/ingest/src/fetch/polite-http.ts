import { OutboundError, OutboundHttp, type OutboundRequest, type OutboundResponse } from '#platform';
import { HostTurns } from './host-turns.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The way out for readers: GET alone, one request at a time to each host and port, redirects included, which are
 * followed here hop by hop. Waiting for a turn is no part of `timeoutMs`. When `stopping` aborts, what is under
 * way rejects with its reason, not with an OutboundError: the other side has not failed.
 */
export class PoliteHttp extends OutboundHttp {
  private readonly turns = new HostTurns();

  constructor(
    private readonly http: OutboundHttp,
    private readonly stopping: AbortSignal,
    /** No request is given more time, whatever it asks for. */
    private readonly mostMs = Infinity,
  ) {
    super();
  }

  async request(request: OutboundRequest): Promise<OutboundResponse> {
    const redirects: OutboundResponse['redirects'] = [];
    let timeoutMs = Math.min(request.timeoutMs, this.mostMs);
    for (let url = request.url; ;) {
      const { answer, tookMs } = await this.hop({ ...request, url, timeoutMs, maxRedirects: 0 });
      const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined;
      if (location === undefined || request.maxRedirects === 0) return { ...answer, redirects };
      if (redirects.length >= request.maxRedirects) throw tooMany(request);
      const to = target(location, url);
      redirects.push({ status: answer.status, from: url, to });
      url = to;
      timeoutMs = Math.max(1, Math.ceil(timeoutMs - tookMs));
    }
  }

  async check(url: string): Promise<void> {
    await this.http.check(url);
  }

  private hop(request: OutboundRequest): Promise<{ answer: OutboundResponse; tookMs: number }> {
    return this.turns.run(request.url, async () => {
      this.stopping.throwIfAborted();
      const start = performance.now();
      try {
        const answer = await this.http.request({ ...request, signal: this.stopping });
        return { answer, tookMs: performance.now() - start };
      } catch (error) {
        this.stopping.throwIfAborted();
        throw error;
      }
    });
  }
}

function tooMany({ url, maxRedirects }: OutboundRequest): OutboundError {
  return new OutboundError('redirects', `More than ${maxRedirects} redirects from ${new URL(url).host}.`);
}

function target(location: string, from: string): string {
  if (URL.canParse(location, from)) return new URL(location, from).href;
  throw new OutboundError('redirects', `${new URL(from).host} redirects to something that is no address.`);
}
