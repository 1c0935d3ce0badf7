import type { Instant } from '#domain';
import type { Database, OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS } from '../fetch/conditional-get.js';
import { registrableDomain } from '../fetch/registrable-domain.js';
import { entryOfArticle } from '../pages/article.js';
import { readWholeArticle } from '../pages/continuations.js';
import type { PageLink } from '../pages/page-links.js';
import type { FeedEntry } from '../parse/feed.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import { pausedOf, type DomainPause } from '../schedule/domain-pauses.js';
import { pauseOf } from './pause.js';

/** What asking for an article came to: its entry; `gone` and `unreadable` are its own fault, `later` is not. */
export type Asked = FeedEntry | 'gone' | 'unreadable' | 'later';

export interface ArticleParts {
  database: Database;
  http: OutboundHttp;
  parsers: ParserThread;
  clock: () => Instant;
}

/** All articles of one poll together. */
const MOST_MS = 120_000;

/** Fetches the articles of one poll: not from domains that ask to be left alone, and not for longer than two minutes. */
export class Articles {
  /** Domains that asked to be left alone while articles were fetched. */
  readonly pauses: DomainPause[] = [];
  private readonly until: number;

  private constructor(
    private readonly parts: ArticleParts,
    private readonly paused: Set<string>,
  ) {
    this.until = Date.parse(parts.clock()) + MOST_MS;
  }

  /** For a poll that may ask for any of these. */
  static async of(urls: readonly string[], parts: ArticleParts): Promise<Articles> {
    const domains = [...new Set(urls.map(registrableDomain))];
    return new Articles(parts, await pausedOf(parts.database, domains, parts.clock()));
  }

  async ask({ url, text }: PageLink): Promise<Asked> {
    const now = this.parts.clock();
    if (this.paused.has(registrableDomain(url)) || Date.parse(now) > this.until) return 'later';
    const wanted = { url, as: 'page', validators: NO_VALIDATORS } as const;
    const fetched = await conditionalGet(this.parts.http, wanted, now);
    if (fetched.outcome === 'fetched') return this.read(url, text, fetched.text);
    const pause = pauseOf(url, fetched, now);
    if (pause !== null) {
      this.pauses.push(pause);
      this.paused.add(pause.domain).add(registrableDomain(url));
      return 'later';
    }
    return verdict(fetched.status);
  }

  private async read(url: string, text: string, html: string): Promise<Asked> {
    try {
      const article = await readWholeArticle(url, html, this.parts.parsers, (part) => this.part(part));
      return entryOfArticle(url, text, article);
    } catch (error) {
      if (error instanceof ParserError) return 'unreadable';
      throw error;
    }
  }

  /** A further page of an article; null when it cannot be had. */
  private async part(url: string): Promise<string | null> {
    const now = this.parts.clock();
    if (Date.parse(now) > this.until) return null;
    const wanted = { url, as: 'page', validators: NO_VALIDATORS } as const;
    const fetched = await conditionalGet(this.parts.http, wanted, now);
    return fetched.outcome === 'fetched' ? fetched.text : null;
  }
}

function verdict(status: number | null): Asked {
  if (status === 404 || status === 410) return 'gone';
  return status !== null && status >= 400 && status < 500 && status !== 408 ? 'unreadable' : 'later';
}
