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
  return {
    ...{ kind, announced },
    titleEn: title.en ?? '',
    titleZh: title.zh ?? '',
    start: happens?.start ?? '',
    end: happens?.end ?? '',
    place: place?.name ?? '',
    country: place?.country ?? '',
    theme: theme ?? '',
  };
}

/** The fields that the form changed, as a correction states them; empty when nothing did. */
export function mended(before: Draft, after: Draft): Record<string, unknown> {
  const differ = (...names: (keyof Draft)[]) => names.some((name) => before[name] !== after[name]);
  const { kind, titleEn, titleZh, announced, start, end, place, country, theme } = after;
  return {
    ...(differ('kind') ? { kind } : {}),
    ...(differ('titleEn', 'titleZh')
      ? { title: { ...(titleEn ? { en: titleEn } : {}), ...(titleZh ? { zh: titleZh } : {}) } }
      : {}),
    ...(differ('announced') && announced ? { announcedAt: announced } : {}),
    ...(differ('start', 'end') ? { happens: happensOf(start, end) } : {}),
    ...(differ('place', 'country')
      ? { place: place ? { name: place, country: country ? country.toUpperCase() : null } : null }
      : {}),
    ...(differ('theme') ? { theme: theme || null } : {}),
  };
}

function happensOf(start: string, end: string) {
  return start || end ? { start: start || null, end: end || null } : null;
}
