import type { PublicEvent } from '#projections';
import { announcementOf, type PublicAnnouncement } from '../../filter/public-announcement.js';

/** Bytes a body stays under. */
export const MAX_BODY_BYTES = 20_000;

type Cut = (announcement: PublicAnnouncement) => Partial<PublicAnnouncement>;

/**
 * What is given up, in this order, until a body fits: the evidence, coverage beyond five items, the rest of the
 * coverage, the summary beyond 500 characters, long lists of names, and in the end everything but the title.
 * Such a body says `truncated: true`; the whole announcement is at its address.
 */
const CUTS: Cut[] = [
  () => ({ evidence: [] }),
  ({ coverage }) => ({ coverage: coverage.slice(0, 5) }),
  () => ({ coverage: [] }),
  ({ summary }) => ({ summary: summary && localized(summary, 500) }),
  ({ organisations, people }) => ({ organisations: organisations.slice(0, 10), people: people.slice(0, 10) }),
  ({ title }) => ({
    ...{ title: localized(title, 300), summary: null, organisations: [], people: [], theme: null },
    ...{ place: null, activity: null },
  }),
];

const bodies = new WeakMap<PublicEvent, string>();

/** The body of a standard delivery, serialised once an event: `{type, timestamp, position, data}`. */
export function standardBody(event: PublicEvent): string {
  let body = bodies.get(event);
  if (body === undefined) bodies.set(event, (body = fitted(event)));
  return body;
}

/** An event's data, cut where `fits` says that what it becomes is too long. */
export function fittedData(
  event: PublicEvent,
  fits: (data: Record<string, unknown>, truncated: boolean) => boolean,
): { data: Record<string, unknown>; truncated: boolean } {
  if (fits(event.data, false)) return { data: event.data, truncated: false };
  let announcement = announcementOf(event);
  if (announcement === null) return { data: {}, truncated: true };
  for (const cut of CUTS) {
    announcement = { ...announcement, ...cut(announcement) };
    if (fits({ announcement }, true)) break;
  }
  return { data: { announcement }, truncated: true };
}

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function fitted(event: PublicEvent): string {
  const write = (data: Record<string, unknown>, truncated: boolean) => {
    const { type, recordedAt, position } = event;
    return JSON.stringify({ type, timestamp: recordedAt, position, ...(truncated && { truncated }), data });
  };
  const { data, truncated } = fittedData(event, (...args) => bytes(write(...args)) < MAX_BODY_BYTES);
  return write(data, truncated);
}

function localized(text: Record<string, string>, length: number): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, shortened(words, length)]));
}

/** At most `length` characters, never half of one. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
