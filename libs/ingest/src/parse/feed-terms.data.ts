/** What a feed or an item may say of itself. */
export type Field =
  | 'title'
  | 'link'
  | 'guid'
  | 'summary'
  | 'content'
  | 'published'
  | 'updated'
  | 'author'
  | 'lang'
  | 'ttl'
  | 'period'
  | 'frequency'
  | 'deleted';

/** An element that says it. Of several the lowest rank is believed, and the first of those. */
export interface Term {
  field: Field;
  rank: number;
}

const BY_RANK: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', 'dc:title', 'itunes:title media:title'],
  link: ['link'],
  guid: ['guid id', 'dc:identifier'],
  summary: [
    'description summary abstract tagline subtitle',
    'info dc:description dcterms:abstract',
    'itunes:summary media:description',
    'itunes:subtitle',
  ],
  content: ['content:encoded', 'content fullitem', 'body'],
  published: ['pubdate published', 'issued dcterms:issued', 'dc:date', 'created dcterms:created'],
  updated: ['updated modified', 'dcterms:modified', 'lastbuilddate'],
  author: ['author', 'dc:creator dc:author', 'managingeditor itunes:author'],
  lang: ['language', 'dc:language'],
  ttl: ['ttl'],
  period: ['sy:updateperiod'],
  frequency: ['sy:updatefrequency'],
  deleted: ['at:deleted-entry'],
};

/** Every element that is read, by its known name. */
export const TERMS: ReadonlyMap<string, Term> = new Map(
  Object.entries(BY_RANK).flatMap(([field, ranks]) =>
    ranks.flatMap((names, rank) => names.split(' ').map((name) => [name, { field: field as Field, rank }])),
  ),
);

/** Elements that speak of something else than the item or feed they stand in. */
export const FOREIGN = new Set(
  'image textinput source contributor cloud skiphours skipdays itunes:owner itunes:image webfeeds:logo geo:point'.split(
    ' ',
  ),
);

/** The outermost elements of feeds, `channel` being that of CDF. */
export const ROOTS = new Set(['rss', 'feed', 'rdf:rdf', 'channel']);
