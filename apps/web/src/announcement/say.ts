import type { Activity, Announcement, Happens, Place } from '#client';
import { sayAnnounced, sayDay, sayHappens, dayOf } from '../words/dates.js';
import { language, words } from '../words/words.svelte.js';

/** A country by its two letters, as the reader calls it. */
export function sayCountry(code: string): string {
  const names = new Intl.DisplayNames(language.lang === 'zh' ? 'zh-CN' : 'en-GB', { type: 'region' });
  return names.of(code) ?? code;
}

export function sayPlace({ name, country }: Place): string {
  if (!country) return name;
  return language.lang === 'zh' ? `${name}（${sayCountry(country)}）` : `${name}, ${sayCountry(country)}`;
}

type Say = (value: never) => string;
const SAY: Record<string, Say> = {
  kind: (kind: string) => words().kinds[kind] ?? kind,
  phase: (phase: string) => words().phases[phase] ?? phase,
  status: (status: string) => words().statuses[status] ?? status,
  activity: ({ id, title }: Pick<Activity, 'id' | 'title'>) => language.of(title)?.text ?? id,
  announcedAt: (instant: string) => sayDay(dayOf(instant)),
  happens: (happens: Happens) => sayHappens(happens),
  place: (place: Place) => sayPlace(place),
};

/** What a field holds, in words; empty where it holds nothing. */
export function sayField(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const say = SAY[field];
  return say ? say(value as never) : typeof value === 'string' ? value : String(value as number);
}

/** When it was announced in one line, e.g. for a list of candidates. */
export const sayShort = (announcement: Announcement): string =>
  [words().kinds[announcement.kind], sayAnnounced(announcement)].filter(Boolean).join(' · ');
