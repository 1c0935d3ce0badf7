import { Http, type ClientOptions } from './http.js';
import { follow, replay, type FollowOptions } from './stream.js';
import type * as t from './types.js';

/** The public contract of a tracker, typed. Refusals reject with WicError. */
export class WicClient {
  readonly http: Http;

  constructor(options: ClientOptions = {}) {
    this.http = new Http(options);
  }

  /** One page, newest announced first unless ordered otherwise. */
  announcements(query: t.AnnouncementQuery = {}): Promise<t.Page<t.Announcement>> {
    return this.http.json('GET', '/v1/announcements', { query });
  }

  /** Every announcement that matches, page by page. */
  async *allAnnouncements(query: t.AnnouncementQuery = {}): AsyncGenerator<t.Announcement> {
    for (let cursor: string | undefined = query.cursor; ;) {
      const { data, page } = await this.announcements({
        limit: 200,
        ...query,
        ...(cursor ? { cursor } : {}),
      });
      yield* data;
      if (page.next === null) return;
      cursor = page.next;
    }
  }

  announcement(id: string, query: t.AsOf = {}): Promise<t.Announcement> {
    return this.http.json('GET', `/v1/announcements/${encodeURIComponent(id)}`, { query });
  }

  history(id: string, query: t.AsOf = {}): Promise<{ data: HistoryEntry[] }> {
    return this.http.json('GET', `/v1/announcements/${encodeURIComponent(id)}/history`, { query });
  }

  facets(query: t.AnnouncementQuery = {}): Promise<Record<string, { value: string; count: number }[]>> {
    return this.http.json('GET', '/v1/facets', { query });
  }

  importDocument(document: DocumentInput): Promise<t.DocumentResult> {
    return this.http.json('POST', '/v1/documents', { body: document });
  }

  /** A dry run: what would be read from it. */
  extract(document: DocumentInput): Promise<t.Extracted> {
    return this.http.json('POST', '/v1/extractions', { body: document });
  }

  events(
    query: { after?: string; limit?: number; wait?: number; type?: string; kind?: string } = {},
  ): Promise<t.LogPage> {
    return this.http.json('GET', '/v1/events', { query });
  }

  /** Events as they are recorded, resumed wherever the connection breaks; see FollowOptions. */
  follow(options: FollowOptions = {}): AsyncGenerator<t.LogEvent> {
    return follow(this.http, options);
  }

  /** Past announcements in announced order. */
  replay(options: {
    from?: string;
    to?: string;
    speed?: number;
    signal?: AbortSignal;
  }): AsyncGenerator<t.LogEvent> {
    return replay(this.http, options);
  }
}

export interface DocumentInput {
  text?: string;
  html?: string;
  url?: string;
  title?: string;
  publishedAt?: string;
  lang?: 'en' | 'zh';
}

export interface HistoryEntry {
  type: string;
  position: string;
  revision: number;
  announcedAt: string | null;
  recordedAt: string;
  actor: string;
  reason: string | null;
  changes: { field: string; from: unknown; to: unknown }[];
}
