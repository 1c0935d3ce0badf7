import type { PublicAnnouncement } from './public-announcement.js';

/** Full and half width, upper and lower case become the same, so that both languages compare alike. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether every word of `q` occurs in what the announcement says, in either language. */
export function textMatches(q: string, announcement: PublicAnnouncement): boolean {
  const text = normalise(searchedText(announcement).join('\n'));
  return normalise(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function searchedText(of: PublicAnnouncement): string[] {
  const localized = [of.title, of.summary, of.activity?.title].flatMap((text) => Object.values(text ?? {}));
  const people = of.people.map((person) => `${person.name} ${person.role ?? ''}`);
  return [...localized, ...of.organisations, ...people, of.theme ?? '', of.place?.name ?? ''];
}
