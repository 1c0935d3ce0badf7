import type { Day, Kind, Lang } from '#domain';

/** Names in both languages; the first of each is the one to show. */
export type Names = Record<Lang, string[]>;

/** One edition of a recurring event. `day` fields only where they are certain. */
export interface Edition {
  year: number;
  start?: Day;
  end?: Day;
}

/** Something of the institution that recurs or lasts and so has a name of its own. */
export interface KnownEvent {
  /** The activity key; `{year}` stands for the edition. */
  key: string;
  kind: Kind;
  names: Names;
  editions?: Edition[];
  /** The year of its first edition where editions are numbered one a year: "the fifth …". */
  firstYear?: number;
  /** True where the name alone, without the institution's, tells that a text is about the institution. */
  distinctive?: boolean;
}

export interface KnownPerson {
  slug: string;
  names: Names;
  /** Offices held at the institution; an insider's deeds elsewhere are announcements. */
  insider: boolean;
  roles?: Names;
}

export interface KnownPlace {
  names: Names;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export interface Institution {
  /** Stands for it in activity keys. */
  slug: string;
  names: Names;
  /** Short names that mean it only where the text also says the full name or a context word. */
  shortNames: Names;
  contextWords: Names;
  /** Words that show that the short name means something else. */
  otherMeanings: Names;
  /** Hosts of its own sites. */
  sites: string[];
  founded: { key: string; names: Names };
}

/** Everything the extractor knows of one institution's world. Data only: replace it to follow another one. */
export interface Knowledge {
  institution: Institution;
  events: KnownEvent[];
  /** Events of others that it takes part in. */
  externalEvents: { slug: string; names: Names }[];
  bodies: Names[];
  /** Bodies whose words about the institution are a reaction to it: rights groups, press freedom groups. */
  critics?: Names[];
  people: KnownPerson[];
  places: KnownPlace[];
  /** The same thing in both languages, for activity keys: `artificial-intelligence` for 人工智能. */
  terms: Record<string, string>;
}
