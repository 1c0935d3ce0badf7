import type { AnnouncementState, Day, Kind, LocalizedText, Reading } from '#domain';

/** An announcement as everything known makes it. */
export interface KnownAnnouncement {
  id: string;
  /** Of its own stream. */
  revision: number;
  state: AnnouncementState;
  /** What each covering item last said of it, where the index keeps that: tells an edit from another's report. */
  reports?: Readonly<Record<string, Reading>>;
}

/** What the reader looks for among known announcements: whatever could be the same statement. */
export interface SimilarTo {
  /** The title, with known names also as the other language spells them. */
  title: LocalizedText;
  kind: Kind;
  from: Day | null;
  to: Day | null;
}

/** A reading of an item that awaits, or had, a person's decision. */
export interface KnownProposal {
  proposalId: string;
  announcementId: string;
  state: 'open' | 'rejected' | 'accepted';
}

type Answer<Value> = Value | Promise<Value>;

/** What the reader knows of the log's announcements. Merged ones are answered by their survivor. */
export abstract class KnownAnnouncements {
  /** Brings the index to the head of the log as it is now. */
  abstract catchUp(): Promise<void>;
  /** Announcements that the item covers. */
  abstract byCoverage(itemId: string): Answer<KnownAnnouncement[]>;
  abstract byActivity(activityId: string): Answer<KnownAnnouncement[]>;
  /** Candidates by kind (and kinds near it), time and words; generous, best first, at most a few dozen. */
  abstract similar(to: SimilarTo): Answer<KnownAnnouncement[]>;
  /** Ids of announcements that a person told apart from the item. */
  abstract forbidden(itemId: string): Answer<string[]>;
  abstract proposals(itemId: string): Answer<KnownProposal[]>;
}
