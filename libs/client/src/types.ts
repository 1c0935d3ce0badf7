import type { paths } from './contract.js';

/** The public contract, v1. Instants are ISO 8601 UTC, dates YYYY-MM-DD, positions decimal strings. */
export type {
  Activity,
  ActivityStatus,
  ActivityWithAnnouncements,
  Announcement,
  ApiKey,
  Count,
  Coverage,
  Difference,
  DocumentResult,
  Evidence,
  Extraction,
  Facets,
  FieldChange,
  FoundAnnouncement,
  Happens,
  Health,
  HistoryEntry,
  Item,
  Job,
  Kind,
  Lang,
  Localized,
  LogEvent,
  LogPage,
  NewApiKey,
  NewWebhook,
  Person,
  Phase,
  Place,
  Poll,
  Problem,
  Proposal,
  Source,
  SourcePreview,
  Status,
  TimelineCount,
  TrackerStatus,
  Webhook,
  WebhookAttempt,
  WebhookFormat,
  WebhookTest,
} from './contract.js';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** Paths of the contract that answer to a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];
type Parameters<Op, Place extends string> = Op extends { parameters: infer All }
  ? All extends { [In in Place]?: infer Names }
    ? NonNullable<Names>
    : never
  : never;

/** What may be written in the query. */
export type QueryOf<M extends Method, P extends PathOf<M>> = Parameters<Operation<M, P>, 'query'>;

/** What stands for the names in braces. */
export type NamesOf<M extends Method, P extends PathOf<M>> = Parameters<Operation<M, P>, 'path'>;

/** The JSON that is sent. */
export type BodyOf<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never;

type Answers<Op> = Op extends { responses: infer All } ? All[keyof All & (200 | 201 | 202)] : never;

/** The JSON that is answered; undefined where there is none. */
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  Answers<Operation<M, P>> extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** A page of any list. */
export interface Page<Row> {
  data: Row[];
  page: { next: string | null };
  total: number;
  totalIsMinimum?: true;
}

/** Both axes of time travel. */
export type AsOf = QueryOf<'get', '/v1/announcements/{id}'>;
export type AnnouncementQuery = QueryOf<'get', '/v1/announcements'>;
export type FilterQuery = QueryOf<'get', '/v1/facets'>;
export type ActivityQuery = QueryOf<'get', '/v1/activities'>;
export type EventsQuery = QueryOf<'get', '/v1/events'>;
export type DocumentInput = BodyOf<'post', '/v1/documents'>;
