import type { WebhookFilter } from '#domain';
import { isFoundBy, type PublicEvent } from '#projections';
import { announcementOf, type PublicAnnouncement } from './public-announcement.js';
import { normalise } from './text.rule.js';

/** What restricts announcements by what they say; absent, null and empty members do not. */
export type ContentFilter = Partial<Omit<WebhookFilter, 'types' | 'backfill'>>;

/** Whether an event's announcement is what the filter asks for. Events about something else always are. */
export function contentMatches(filter: ContentFilter, event: PublicEvent): boolean {
  const announcement = announcementOf(event);
  if (announcement === null) return true;
  return whereAndWho(filter, announcement) && what(filter, announcement);
}

function what(filter: ContentFilter, announcement: PublicAnnouncement): boolean {
  return (
    (!filter.kinds?.length || filter.kinds.includes(announcement.kind)) &&
    (!filter.activity || activityMatches(filter.activity, announcement)) &&
    (!filter.lang || langMatches(filter.lang, announcement)) &&
    (!filter.q || isFoundBy(filter.q, announcement))
  );
}

function whereAndWho(filter: ContentFilter, announcement: PublicAnnouncement): boolean {
  return (
    (!filter.place || placeMatches(filter.place, announcement)) &&
    (!filter.organisation || announcement.organisations.some((name) => has(name, filter.organisation!)))
  );
}

/** `summit/2023` itself, or everything under `summit`. */
function activityMatches(activity: string, announcement: PublicAnnouncement): boolean {
  const id = announcement.activity?.id;
  return id === activity || (id?.startsWith(`${activity}/`) ?? false);
}

/** Told in that language: by its title, or by an item that reports it. */
function langMatches(lang: string, announcement: PublicAnnouncement): boolean {
  return lang in announcement.title || announcement.coverage.some((coverage) => coverage.lang === lang);
}

function placeMatches(place: string, { place: actual }: PublicAnnouncement): boolean {
  return (
    actual !== null && (actual.country?.toLowerCase() === place.toLowerCase() || has(actual.name, place))
  );
}

function has(text: string, part: string): boolean {
  return normalise(text).includes(normalise(part));
}
