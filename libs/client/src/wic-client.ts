import { Http, type ClientOptions } from './http.js';
import { replay, type ReplayOptions } from './replay.js';
import { follow, type FollowOptions } from './stream.js';
import type * as t from './types.js';

/** What a call takes beside its path. */
export interface Asked<M extends t.Method, P extends t.PathOf<M>> {
  /** What stands for the names in braces. */
  path?: t.NamesOf<M, P>;
  query?: t.QueryOf<M, P>;
  body?: t.BodyOf<M, P>;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** The public contract of a tracker, typed. Refusals reject with WicError. */
export class WicClient {
  readonly http: Http;

  constructor(options: ClientOptions = {}) {
    this.http = new Http(options);
  }

  /** Any call of the contract: `call('post', '/v1/sources/{id}/poll', { path: { id } })`. */
  call<M extends t.Method, P extends t.PathOf<M>>(
    method: M,
    path: P,
    { path: names, ...options }: Asked<M, P> = {},
  ): Promise<t.AnswerOf<M, P>> {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((names as Record<string, unknown> | undefined)?.[name])),
    );
    return this.http.json(method.toUpperCase(), filled, options);
  }

  /** Any reading call: `get('/v1/activities/{id}', { path: { id }, query: { asOf } })`. */
  get<P extends t.PathOf<'get'>>(path: P, asked: Asked<'get', P> = {}): Promise<t.AnswerOf<'get', P>> {
    return this.call('get', path, asked);
  }

  /** One page, newest announced first unless ordered otherwise. */
  announcements(query: t.AnnouncementQuery = {}): Promise<t.Page<t.Announcement>> {
    return this.get('/v1/announcements', { query });
  }

  /** Every announcement that matches, page by page. */
  async *allAnnouncements(query: t.AnnouncementQuery = {}): AsyncGenerator<t.Announcement> {
    for (let cursor = query.cursor; ;) {
      const asked = { limit: 200, ...query, ...(cursor ? { cursor } : {}) };
      const { data, page } = await this.announcements(asked);
      yield* data;
      if (page.next === null) return;
      cursor = page.next;
    }
  }

  announcement(id: string, query: t.AsOf = {}): Promise<t.Announcement> {
    return this.get('/v1/announcements/{id}', { path: { id }, query });
  }

  /** Every event of an announcement, oldest first. */
  history(id: string, query: t.AsOf = {}): Promise<{ data: t.HistoryEntry[] }> {
    return this.get('/v1/announcements/{id}/history', { path: { id }, query });
  }

  facets(query: t.FilterQuery = {}): Promise<t.Facets> {
    return this.get('/v1/facets', { query });
  }

  /** Activities with their status as of a day. */
  activities(query: t.ActivityQuery = {}): Promise<t.Page<t.Activity>> {
    return this.get('/v1/activities', { query });
  }

  status(): Promise<t.TrackerStatus> {
    return this.get('/v1/status');
  }

  importDocument(body: t.DocumentInput): Promise<t.DocumentResult> {
    return this.call('post', '/v1/documents', { body });
  }

  /** A dry run: what would be read from it. */
  extract(body: t.DocumentInput): Promise<t.Extraction> {
    return this.call('post', '/v1/extractions', { body });
  }

  /** A page of the log. */
  events(query: t.EventsQuery = {}): Promise<t.LogPage> {
    return this.get('/v1/events', { query });
  }

  /** Events as they are recorded, resumed wherever the connection breaks; see FollowOptions. */
  follow(options: FollowOptions = {}): AsyncGenerator<t.LogEvent> {
    return follow(this.http, options);
  }

  /** Past announcements in announced order; see ReplayOptions. */
  replay(options: ReplayOptions = {}): AsyncGenerator<t.LogEvent> {
    return replay(this.http, options);
  }
}
