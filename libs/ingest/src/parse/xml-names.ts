/** The prefix under which each namespace is known to readers of feeds; '' for a feed's own vocabulary. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** Names that rss-parser handles in ways that lose a feed: it gets them under another prefix. */
const HAZARDS = new Set(['link', 'published', 'updated', 'issued', 'modified']);

/** Spells element names as the parser expects them, whatever prefixes a document declares. */
export class XmlNames {
  /** The canonical name of the outermost element. */
  root = '';
  private readonly prefixes = new Map<string, string>();

  /** Takes note of the namespaces that a tag declares. */
  declare(attributes: Record<string, string>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      const known = PREFIXES[uri.trim()];
      if (name.startsWith('xmlns:') && known !== undefined) this.prefixes.set(name.slice(6), known);
    }
  }

  canonical(written: string): string {
    const cut = written.indexOf(':');
    const local = written.slice(cut + 1).replace(/[^\w.-]/g, '_');
    const prefix = cut < 0 ? '' : (this.prefixes.get(written.slice(0, cut)) ?? written.slice(0, cut));
    const own = prefix === '' || (prefix === 'atom' && this.inAtom(local));
    if (!own) return `${prefix.replace(/[^\w.-]/g, '_')}:${local}`;
    const name = /^(rss|feed|channel|item|entry)$/i.test(local) ? local.toLowerCase() : local;
    return HAZARDS.has(name) ? `raw:${name}` : name;
  }

  private inAtom(local: string): boolean {
    return this.root === 'feed' || (this.root === '' && local === 'feed');
  }
}
