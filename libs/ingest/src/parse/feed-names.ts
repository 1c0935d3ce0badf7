/** The prefix under which each namespace is known here; '' for a feed's own vocabulary, whichever its format. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://cyber.law.harvard.edu/rss/rss.html': '',
  'http://www.w3.org/1999/xhtml': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/xml/1998/namespace': 'xml',
};

/** Spells names in lower case under one prefix a namespace, whatever prefixes a document declares. */
export class FeedNames {
  private readonly prefixes = new Map([
    ['atom', ''],
    ['rss', ''],
    ['xhtml', ''],
  ]);

  /** Takes note of the namespaces that a tag declares. */
  declare(attributes: Record<string, string>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:')) continue;
      const prefix = name.slice(6).toLowerCase();
      this.prefixes.set(prefix, PREFIXES[uri.trim().toLowerCase()] ?? this.prefixes.get(prefix) ?? prefix);
    }
  }

  /** The name by which an element or attribute is known: `title`, `dc:date`. */
  known(written: string): string {
    const name = written.toLowerCase();
    const cut = name.indexOf(':');
    if (cut < 0) return name;
    const prefix = this.prefixes.get(name.slice(0, cut)) ?? name.slice(0, cut);
    return prefix === '' ? name.slice(cut + 1) : `${prefix}:${name.slice(cut + 1)}`;
  }
}
