import type { Knowledge } from '#extraction';
import { conceptsIn } from './concepts.js';

/** Recognises what names mean in either language, so that texts of two languages can be compared. */
export interface KnownNames {
  /** Ids of everything known that a text names: people, bodies, places, events, terms, and what common words mean. */
  in(text: string): ReadonlySet<string>;
  /** Ids of the places that a text names. */
  placesIn(text: string): ReadonlySet<string>;
  /** Every spelling, in both languages, of what a text names: words under which others may have told it. */
  spellings(text: string): string[];
  /** Ids of the bodies that a text names. */
  bodiesIn(text: string): ReadonlySet<string>;
  /** The text less where it says that something takes place: "in Beijing", "在北京". */
  withoutPlaces(text: string): string;
  /** The one id of a person's name, or the name itself in lower case. */
  person(name: string): string;
}

type Entry = readonly [written: string, id: string];

/** The names of a knowledge, each spelling leading to one id. */
export function knownNames(knowledge: Knowledge): KnownNames {
  const people = knowledge.people.flatMap(({ slug, names }) => entries(names, `person:${slug}`));
  const places = knowledge.places.flatMap(({ names }) =>
    entries(names, `place:${names.en[0] ?? names.zh[0]}`),
  );
  const bodies = knowledge.bodies.flatMap((names) => entries(names, `body:${names.en[0] ?? names.zh[0]}`));
  const others = [
    ...knowledge.events.flatMap(({ key, names }) => entries(names, `event:${key}`)),
    ...knowledge.externalEvents.flatMap(({ slug, names }) => entries(names, `event:${slug}`)),
    ...Object.entries(knowledge.terms).flatMap(([zh, slug]) =>
      entries({ en: [slug.replaceAll('-', ' ')], zh: [zh] }, `term:${slug}`),
    ),
  ];
  const all = [...people, ...places, ...bodies, ...others];
  const byPerson = new Map(people);
  return {
    in: (text) => new Set([...found(all, text), ...conceptsIn(text)]),
    bodiesIn: (text) => found(bodies, text),
    withoutPlaces: withoutPlaces(places),
    placesIn: (text) => found(places, text),
    spellings: (text) => spellings(all, found(all, text)),
    person: (name) => byPerson.get(folded(name)) ?? folded(name),
  };
}

function entries(names: { en: string[]; zh: string[] }, id: string): Entry[] {
  return [...names.en, ...names.zh]
    .filter((name) => name.length > 1)
    .map((name) => [folded(name), id] as const);
}

function found(known: readonly Entry[], text: string): ReadonlySet<string> {
  const within = folded(text);
  return new Set(known.filter(([written]) => within.includes(written)).map(([, id]) => id));
}

/** Where something takes place stands after a preposition; elsewhere the name of a place is part of another name. */
function withoutPlaces(places: readonly Entry[]): (text: string) => string {
  const written = places.map(([name]) => name).sort((a, b) => b.length - a.length);
  const venue = new RegExp(`(?:\\b(?:in|at)\\s+|在|于)(?:${written.map(escaped).join('|')})`, 'giu');
  return (text) => text.normalize('NFKC').replace(venue, ' ');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function spellings(known: readonly Entry[], ids: ReadonlySet<string>): string[] {
  return known.filter(([, id]) => ids.has(id)).map(([written]) => written);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .trim();
}
