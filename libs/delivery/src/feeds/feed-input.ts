import type { Coverage, Happens, LocalizedText, Person, Place } from '#domain';

/** The members of an announcement's public form that feeds and calendars are made of. */
export interface FeedAnnouncement {
  id: string;
  revision: number;
  kind: string;
  phase: string | null;
  title: LocalizedText;
  summary: LocalizedText | null;
  announcedAt: string;
  /** When the log took it. */
  recordedAt: string;
  happens: Happens | null;
  place: Place | null;
  organisations: string[];
  people: Person[];
  theme: string | null;
  status: string;
  coverage: Pick<Coverage, 'url' | 'title' | 'lang' | 'publishedAt'>[];
  /** When it last changed, where that is known; else it counts as unchanged since it was recorded. */
  updatedAt?: string;
}

/** What a feed says of itself. */
export interface FeedAbout {
  title: string;
  description: string;
  /** Where this very feed is fetched, and the page it stands for. */
  selfUrl: string;
  homeUrl: string;
  /** Which language leads where both are known. */
  lang: 'en' | 'zh';
  /** The page of an announcement. */
  pageOf: (id: string) => string;
}
