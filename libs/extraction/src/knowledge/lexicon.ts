import { gazetteer, type Gazetteer } from './gazetteer.js';
import type { KnownEvent, KnownPerson, KnownPlace, Knowledge, Names } from './knowledge.js';

/** The knowledge made ready for looking up. */
export interface Lexicon {
  knowledge: Knowledge;
  summit: KnownEvent | null;
  institution: Gazetteer<'full' | 'short'>;
  events: Gazetteer<KnownEvent>;
  externals: Gazetteer<{ slug: string; names: Names }>;
  people: Gazetteer<KnownPerson>;
  bodies: Gazetteer<Names>;
  critics: Gazetteer<Names>;
  places: Gazetteer<KnownPlace>;
  /** Names that alone tell that a text is about the institution. */
  strong: Gazetteer<true>;
  context: Gazetteer<true>;
  otherMeanings: Gazetteer<true>;
}

function compile(knowledge: Knowledge): Lexicon {
  const { institution, events } = knowledge;
  const distinctive = events.filter((event) => event.distinctive);
  return {
    knowledge,
    summit: events.find((event) => event.kind === 'summit') ?? null,
    institution: gazetteer([
      [institution.names, 'full'],
      [institution.shortNames, 'short'],
    ] as const),
    events: gazetteer(events.map((event) => [event.names, event] as const)),
    externals: gazetteer(knowledge.externalEvents.map((event) => [event.names, event] as const)),
    people: gazetteer(knowledge.people.map((person) => [person.names, person] as const)),
    bodies: gazetteer(
      knowledge.bodies.map((names) => [names, names] as const),
      true,
    ),
    critics: gazetteer((knowledge.critics ?? []).map((names) => [names, names] as const)),
    places: gazetteer(
      knowledge.places.map((place) => [place.names, place] as const),
      true,
    ),
    strong: gazetteer([
      [institution.names, true],
      ...distinctive.map((event) => [event.names, true] as const),
    ] as const),
    context: gazetteer([
      [institution.contextWords, true],
      ...knowledge.people.filter((p) => p.insider).map((p) => [p.names, true] as const),
    ] as const),
    otherMeanings: gazetteer([[institution.otherMeanings, true]] as const),
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
