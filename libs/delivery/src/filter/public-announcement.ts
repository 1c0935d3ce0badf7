import type { ActivityRef, Coverage, EvidenceOf, Happens, LocalizedText, Person, Place } from '#domain';
import type { PublicEvent } from '#projections';

/** The members of an announcement's public form that delivery reads; it passes on the others untouched. */
export interface PublicAnnouncement {
  id: string;
  revision: number;
  kind: string;
  activity: Partial<ActivityRef> | null;
  phase: string | null;
  title: LocalizedText;
  summary: LocalizedText | null;
  announcedAt: string;
  happens: Happens | null;
  place: Place | null;
  organisations: string[];
  people: Person[];
  theme: string | null;
  status: string;
  coverage: Pick<Coverage, 'url' | 'title' | 'lang'>[];
  evidence: EvidenceOf[];
}

/** The announcement an event is about, or null for events about something else. */
export function announcementOf(event: PublicEvent): PublicAnnouncement | null {
  const announcement = event.data['announcement'];
  return announcement ? (announcement as PublicAnnouncement) : null;
}
