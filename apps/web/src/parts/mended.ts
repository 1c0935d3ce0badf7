import type { Announcement } from '#client';

/** What a person may mend of an announcement, as it stands in a form: nothing is an empty text. */
export interface Draft {
  kind: string;
  titleEn: string;
  titleZh: string;
  announced: string;
  start: string;
  end: string;
  place: string;
  country: string;
  theme: string;
}

type Told = Pick<Announcement, 'kind' | 'title' | 'happens' | 'place' | 'theme'>;

/** The form as it is first shown. `announced` is the day (YYYY-MM-DD) in the WIC's zone. */
export function draftOf({ kind, title, happens, place, theme }: Told, announced: string): Draft {
  const { en = '', zh = '' } = title;
  const { start, end } = happens ?? { start: null, end: null };
  const { name, country } = place ?? { name: '', country: null };
  return {
    ...{ kind, announced, titleEn: en, titleZh: zh, place: name },
    ...{ start: start ?? '', end: end ?? '', country: country ?? '', theme: theme ?? '' },
  };
}

/** The fields of a correction, each with the controls it is stated by. */
const FIELDS: { field: string; from: (keyof Draft)[]; state: (draft: Draft) => unknown }[] = [
  { field: 'kind', from: ['kind'], state: ({ kind }) => kind },
  { field: 'title', from: ['titleEn', 'titleZh'], state: titleOf },
  { field: 'announcedAt', from: ['announced'], state: ({ announced }) => announced || undefined },
  { field: 'happens', from: ['start', 'end'], state: happensOf },
  { field: 'place', from: ['place', 'country'], state: placeOf },
  { field: 'theme', from: ['theme'], state: ({ theme }) => theme || null },
];

/** The fields that the form changed, as a correction states them; empty when nothing did. */
export function mended(before: Draft, after: Draft): Record<string, unknown> {
  const changed = FIELDS.filter(({ from }) => from.some((name) => before[name] !== after[name]));
  const stated = changed.map(({ field, state }) => [field, state(after)] as const);
  return Object.fromEntries(stated.filter(([, value]) => value !== undefined));
}

function titleOf({ titleEn, titleZh }: Draft) {
  return { ...(titleEn ? { en: titleEn } : {}), ...(titleZh ? { zh: titleZh } : {}) };
}

function happensOf({ start, end }: Draft) {
  return start || end ? { start: start || null, end: end || null } : null;
}

function placeOf({ place, country }: Draft) {
  return place ? { name: place, country: country ? country.toUpperCase() : null } : null;
}
