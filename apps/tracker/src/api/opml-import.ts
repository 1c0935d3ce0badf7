import { Injectable } from '@nestjs/common';
import { DomainError, WIC_TZ } from '#domain';
import { opmlFeeds, type ListedFeed } from '#ingest';
import { OutboundError, OutboundHttp } from '#platform';
import type { FastifyReply } from 'fastify';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { webAddress } from '../http/fields.schema.js';
import { sourceIdOf } from './source-service.js';
import { Writer } from './writer.js';

const AT_ONCE = 10;

type Result = 'followed' | 'known' | { url: string; detail: string };

/** Follows what a list of feeds names. */
@Injectable()
export class OpmlImport {
  constructor(
    private readonly http: OutboundHttp,
    private readonly writer: Writer,
  ) {}

  /** One bad address never loses the others. */
  async follow(opml: string, request: Idempotent, reply: FastifyReply) {
    const feeds = opmlFeeds(opml);
    const results: Result[] = [];
    let last: string | null = null;
    for (let from = 0; from < feeds.length; from += AT_ONCE) {
      const some = feeds.slice(from, from + AT_ONCE);
      const checked = await Promise.all(some.map((feed) => this.refusal(feed)));
      for (const [index, feed] of some.entries()) {
        const detail = checked[index] ?? null;
        const outcome = detail === null ? await this.one(feed, request) : null;
        results.push(outcome?.result ?? { url: feed.url, detail: detail! });
        last = outcome?.position ?? last;
      }
    }
    await this.writer.settle(reply, last);
    const count = (what: Result) => results.filter((result) => result === what).length;
    const failed = results.filter((result) => typeof result === 'object');
    return { followed: count('followed'), known: count('known'), failed };
  }

  /** Why an address cannot be followed; null when it can. */
  private async refusal({ url }: ListedFeed): Promise<string | null> {
    if (!webAddress.safeParse(url).success) return 'is not an http or https address';
    try {
      await this.http.check(url);
      return null;
    } catch (error) {
      if (error instanceof OutboundError) return error.message;
      throw error;
    }
  }

  private async one({ url, title }: ListedFeed, request: Idempotent) {
    const settings = { kind: 'feed', url, tz: WIC_TZ, lang: null, linkPattern: null, filter: 'wic' } as const;
    const data = { ...settings, title: title ?? new URL(url).hostname };
    try {
      const command = { type: 'FollowSource', data } as const;
      const { events, position } = await this.writer.act(request, 'source', sourceIdOf(url), command);
      return { result: events.length > 0 ? ('followed' as const) : ('known' as const), position };
    } catch (error) {
      if (error instanceof DomainError) return { result: { url, detail: error.message }, position: null };
      throw error;
    }
  }
}
