import type { Announcement, AnnouncementQuery } from '#client';
import { tracker } from '../api/client.js';
import { reads } from '../api/resource.svelte.js';
import { appended, mergeHead } from './merge.js';

/** The first page is small, so that it is here at once. */
const FIRST_PAGE = 50;
const NEXT_PAGES = 200;

/** The announcements of a query: their head, and as many more as were scrolled to. */
export class AnnouncementList {
  rows = $state.raw<Announcement[]>([]);
  total = $state(0);
  isMinimum = $state(false);
  fault = $state.raw<Error | null>(null);
  /** Null until the first answer is here. */
  query = $state.raw<AnnouncementQuery | null>(null);
  /** Those that came while the list was looked at. */
  fresh = $state.raw<readonly string[]>([]);
  private next: string | null = null;
  private wanted = '';
  private reading: AbortController | null = null;
  private isReadingMore = false;

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Shows what a query finds. The rows of the last one stay until these are here. */
  async show(query: AnnouncementQuery): Promise<void> {
    this.wanted = JSON.stringify(query);
    await this.readHead(query, { limit: FIRST_PAGE, isSame: this.wanted === JSON.stringify(this.query) });
  }

  /** Reads the head again: something was recorded. */
  async refresh(): Promise<void> {
    if (this.query === null) return;
    const limit = Math.min(NEXT_PAGES, Math.max(FIRST_PAGE, this.rows.length));
    await this.readHead(JSON.parse(this.wanted) as AnnouncementQuery, { limit, isSame: true });
  }

  /** Reads the next page, once. */
  async more(): Promise<void> {
    if (this.next === null || this.isReadingMore || this.query === null) return;
    const [cursor, query] = [this.next, this.query];
    this.isReadingMore = true;
    try {
      const page = await this.page({ ...query, cursor, limit: NEXT_PAGES });
      if (this.next !== cursor) return; // another list by now
      this.rows = appended(this.rows, page.data);
      this.next = page.page.next;
    } catch (error) {
      this.fault = error as Error;
    } finally {
      this.isReadingMore = false;
    }
  }

  private async readHead(query: AnnouncementQuery, { limit, isSame }: { limit: number; isSame: boolean }) {
    this.reading?.abort();
    const { signal } = (this.reading = new AbortController());
    try {
      const page = await this.page({ ...query, limit }, signal);
      if (!signal.aborted) this.take(query, page, isSame);
    } catch (error) {
      if (!signal.aborted) this.fault = error as Error;
    }
  }

  private take(query: AnnouncementQuery, page: Awaited<ReturnType<typeof this.page>>, isSame: boolean) {
    const head = { data: page.data, next: page.page.next };
    const { came, ...merged } = mergeHead({ data: this.rows, next: this.next }, head);
    this.fresh = isSame ? [...this.fresh, ...came] : announcedSince(page.data, this.query, query);
    ({ data: this.rows, next: this.next } = isSame ? merged : head);
    this.total = page.total;
    this.isMinimum = page.totalIsMinimum === true;
    this.query = query;
    this.fault = null;
  }

  private async page(query: AnnouncementQuery, signal?: AbortSignal) {
    reads.pending += 1;
    try {
      return await tracker().get('/v1/announcements', { query, signal });
    } finally {
      reads.pending -= 1;
    }
  }
}

/** Of a list that differs from the one before in its time only: those announced after that one's time. */
function announcedSince(
  rows: readonly Announcement[],
  before: AnnouncementQuery | null,
  { asOf: _now, ...query }: AnnouncementQuery,
): string[] {
  if (!before?.asOf) return [];
  const { asOf, ...rest } = before;
  if (JSON.stringify(rest) !== JSON.stringify(query)) return [];
  return rows.filter(({ announcedAt }) => announcedAt > asOf).map(({ id }) => id);
}

/** The timeline's list, kept while other views are looked at, so that going back finds it as it was. */
export const timeline = new AnnouncementList();
