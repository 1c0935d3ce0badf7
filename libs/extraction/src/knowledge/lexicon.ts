import { normalised } from '../text/view.js';
import type { KnownEvent, KnownPerson, KnownPlace, Knowledge, Names } from './knowledge.js';

/** Finds the names of a list in a text and tells which entry each is. */
export interface Gazetteer<T> {
  readonly pattern: RegExp;
  entry(name: string): T | null;
}

export interface Lexicon {
  knowledge: Knowledge;
  institution: Gazetteer<'full' | 'short'>;
  events: Gazetteer<KnownEvent>;
  externals: Gazetteer<{ slug: string; names: Names }>;
  people: Gazetteer<KnownPerson>;
  bodies: Gazetteer<Names>;
  places: Gazetteer<KnownPlace>;
  /** Names that alone tell that a text is about the institution. */
  strong: RegExp;
  context: RegExp;
  otherMeanings: RegExp;
}

const HAN = /[\u4e00-\u9fff]/;

/** A name as a key: without case, quotes and spaces. */
const keyOf = (name: string): string => normalised(name).toLowerCase().replace(/["'《》 ]/g, '');

function sourceOf(name: string): string {
  const plain = normalised(name)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/["《》]/g, '["\'《》]?')
    .replace(/'(?!《)/g, "'?")
    .replace(/ +/g, ' +');
  return HAN.test(name) ? plain : `(?<![A-Za-z])${plain}(?![A-Za-z])`;
}

const NEVER = /(?!)/g;

/** One pattern for many names, the longest first. */
export function patternOf(names: string[]): RegExp {
  if (names.length === 0) return NEVER;
  const ordered = [...new Set(names)].sort((a, b) => b.length - a.length);
  return new RegExp(ordered.map(sourceOf).join('|'), 'gi');
}

const both = (names: Names): string[] => [...names.en, ...names.zh];

function gazetteer<T>(entries: readonly (readonly [Names, T])[], caseSensitive = false): Gazetteer<T> {
  const byKey = new Map<string, T>();
  for (const [names, entry] of entries) {
    for (const name of both(names)) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), entry);
  }
  const insensitive = patternOf(entries.flatMap(([names]) => both(names)));
  const pattern = caseSensitive ? new RegExp(insensitive.source, 'g') : insensitive;
  return { pattern, entry: (name) => byKey.get(keyOf(name)) ?? null };
}

function compile(knowledge: Knowledge): Lexicon {
  const { institution, events } = knowledge;
  const distinctive = events.filter((event) => event.distinctive).flatMap((event) => both(event.names));
  return {
    knowledge,
    institution: gazetteer([
      [institution.names, 'full'],
      [institution.shortNames, 'short'],
    ] as const),
    events: gazetteer(events.map((event) => [event.names, event] as const)),
    externals: gazetteer(knowledge.externalEvents.map((event) => [event.names, event] as const)),
    people: gazetteer(knowledge.people.map((person) => [person.names, person] as const)),
    bodies: gazetteer(knowledge.bodies.map((names) => [names, names] as const), true),
    places: gazetteer(knowledge.places.map((place) => [place.names, place] as const), true),
    strong: patternOf([...both(institution.names), ...distinctive]),
    context: patternOf(both(institution.contextWords)),
    otherMeanings: patternOf(both(institution.otherMeanings)),
  };
}

const COMPILED = new WeakMap<Knowledge, Lexicon>();

/** The knowledge made ready for looking up; compiled once. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  const known = COMPILED.get(knowledge);
  if (known) return known;
  const compiled = compile(knowledge);
  COMPILED.set(knowledge, compiled);
  return compiled;
}

/** True where a pattern of a lexicon occurs in a text. */
export const occurs = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;
