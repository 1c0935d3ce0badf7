/** The shapes of the public contract, v1. Instants are ISO 8601 UTC, dates YYYY-MM-DD, positions decimal strings. */

export type Localized = { en?: string; zh?: string };

export interface Happens {
  start: string | null;
  end: string | null;
  precision: 'day' | 'month' | 'quarter' | 'year';
  tz: string;
}

export interface Announcement {
  id: string;
  revision: number;
  position: string;
  kind: string;
  activity: { id: string; title: Localized } | null;
  phase: string | null;
  title: Localized;
  summary: Localized | null;
  announcedAt: string;
  announcedAtBasis: 'source' | 'document' | 'received' | 'happening';
  announcedAtPrecision: 'instant' | 'day' | 'month' | 'quarter' | 'year';
  recordedAt: string;
  backfill: boolean;
  happens: Happens | null;
  place: { name: string; country: string | null } | null;
  organisations: string[];
  people: { name: string; role: string | null }[];
  theme: string | null;
  status: 'published' | 'corrected' | 'withdrawn' | 'merged';
  mergedInto: string | null;
  confidence: number;
  coverage: Coverage[];
  evidence: Evidence[];
}

export interface Coverage {
  itemId: string;
  sourceId: string;
  url: string | null;
  title: string | null;
  lang: 'en' | 'zh';
  publishedAt: string | null;
}

export interface Evidence {
  field: string;
  itemId?: string;
  in: 'text' | 'title';
  start: number;
  end: number;
  text: string;
}

export interface Page<Row> {
  data: Row[];
  page: { next: string | null };
  total: number;
  totalIsMinimum?: true;
}

export interface LogEvent {
  type: string;
  position: string;
  announcedAt: string | null;
  recordedAt: string;
  backfill: boolean;
  data: { announcement?: Announcement; source?: Source } & Record<string, unknown>;
}

export interface LogPage {
  data: LogEvent[];
  page: { next: string; hasMore: boolean };
}

export interface Source {
  id: string;
  url: string | null;
  kind: 'feed' | 'page' | 'hand';
  title: string;
  health?: 'ok' | 'failing' | 'gap_suspected' | 'stale' | 'paused';
  lastFetchedAt?: string | null;
  nextPollAt?: string | null;
  nextPollReason?: string | null;
}

export interface Webhook {
  id: string;
  url: string;
  state: 'active' | 'failing' | 'disabled';
  reason?: string | null;
  cursor?: string | null;
  backlog?: number;
  secret?: string;
}

export interface Extracted {
  relevant: boolean;
  lang: 'en' | 'zh';
  text: string;
  announcements: (Omit<
    Announcement,
    'id' | 'revision' | 'position' | 'recordedAt' | 'backfill' | 'status' | 'mergedInto' | 'coverage'
  > & {
    rules?: string[];
  })[];
}

export interface DocumentResult {
  itemId: string;
  relevant: boolean;
  text: string;
  outcome?: 'known';
  announcements: {
    id: string;
    kind: string;
    confidence: number;
    outcome: 'published' | 'coverage' | 'revised' | 'review';
  }[];
}

/** Both axes of time travel. */
export interface AsOf {
  asOf?: string;
  knownAt?: string;
  tz?: string;
  minPosition?: string;
}

export interface AnnouncementQuery extends AsOf {
  kind?: string | string[];
  phase?: string | string[];
  status?: string | string[];
  q?: string;
  lang?: string;
  place?: string;
  organisation?: string;
  activity?: string;
  source?: string;
  year?: number | string;
  announcedFrom?: string;
  announcedTo?: string;
  happensFrom?: string;
  happensTo?: string;
  order?: 'announced' | 'happens' | 'recorded';
  cursor?: string;
  limit?: number;
}
