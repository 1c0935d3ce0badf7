import type { Instant } from '../time/instant.js';
import type { Coverage, Evidence, Reading } from './reading.js';

export const STATUSES = ['published', 'corrected', 'withdrawn', 'merged'] as const;
export type Status = (typeof STATUSES)[number];

/** A piece of evidence with the item it stands in; itemId is null for a person's correction. */
export interface EvidenceOf extends Evidence {
  itemId: string;
}

/** An announcement as it stood at some (asOf, knownAt): the fold of every stream that leads to it. */
export interface AnnouncementState extends Omit<Reading, 'announcedAtRaw' | 'evidence'> {
  id: string;
  /** Of its own stream: the revision of the last event known. */
  revision: number;
  /** Of the last event that contributed to this state. */
  position: string;
  /** When the log took the event that opened it. */
  recordedAt: Instant;
  backfill: boolean;
  status: Status;
  mergedInto: string | null;
  coverage: Coverage[];
  evidence: EvidenceOf[];
}
