import { MarkupScanner, type Token } from './markup-scanner.js';
import { XmlNames } from './xml-names.js';
import { cleanCharacterData, withoutForbidden } from './xml-text.js';

/** A feed document that every XML parser takes. */
export interface CleanXml {
  xml: string;
  /** Of the outermost element: its name in the canonical spelling and its attributes. */
  root: { name: string; attributes: Record<string, string> };
  /** Whether the document broke off inside an item, which was left out. */
  truncated: boolean;
}

/** Elements that hold HTML: markup standing in them openly is kept as text. */
const HTML_HOLDERS = new Set(
  'title description summary content content:encoded subtitle tagline body xhtml:body'.split(' '),
);
const ATTRIBUTE = /([^\s=/>"'<]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * Makes a well-formed document of a feed, however broken: every element closed, every attribute quoted,
 * entities and forbidden characters set right, known namespaces under their usual prefixes, markup in texts
 * wrapped, items before a cut kept. One pass, linear in the length.
 */
export function cleanXml(text: string): CleanXml {
  return new Cleaner(fromRoot(withoutForbidden(text))).run();
}

/** Some documents carry a warning or a stray tag before the feed; a page that merely quotes a feed is none. */
function fromRoot(text: string): string {
  const at = text.search(/<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]/i);
  return at <= 0 || /<(html|body)[\s>]/i.test(text.slice(0, at)) ? text : text.slice(at);
}

/** The attributes of a tag; those without value get an empty one. */
export function attributesOf(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE))
    if (/^[A-Za-z_][\w.:-]*$/.test(name)) found[name] ??= value.replace(/^(["'])(.*)\1$/s, '$2');
  return found;
}

class Cleaner {
  private readonly out: string[] = [];
  private readonly open: string[] = [];
  private readonly names = new XmlNames();
  private readonly scanner: MarkupScanner;
  private item: { at: number; depth: number } | null = null;
  private root: CleanXml['root'] | null = null;

  constructor(private readonly text: string) {
    this.scanner = new MarkupScanner(text);
  }

  run(): CleanXml {
    for (let token = this.scanner.next(); token !== null; token = this.scanner.next()) this.take(token);
    const truncated = this.item !== null;
    if (this.item !== null) {
      this.out.length = this.item.at;
      this.open.length = this.item.depth;
    }
    this.closeDownTo(0);
    return { xml: this.out.join(''), root: this.root ?? { name: '', attributes: {} }, truncated };
  }

  private take(token: Token): void {
    if (token.type === 'open') this.start(token);
    else if (token.type === 'close') this.end(this.names.canonical(token.name));
    else if (this.open.length === 0) return;
    else if (token.type === 'cdata') this.out.push(cdata(this.text.slice(token.start + 9, token.end - 3)));
    else if (token.type === 'text')
      this.out.push(cleanCharacterData(this.text.slice(token.start, token.end)));
  }

  private start(token: Token): void {
    if (this.root !== null && this.open.length === 0) return; // a second document after the first
    const attributes = attributesOf(token.attributes);
    this.names.declare(attributes);
    const name = this.names.canonical(token.name);
    if (this.root === null) this.begin(name, attributes);
    if (name === 'channel' && this.open.includes('channel')) return;
    if (name === this.itemName()) this.startItem();
    this.write(token, name, attributes);
  }

  private write(token: Token, name: string, attributes: Record<string, string>): void {
    const markup = token.empty || !HTML_HOLDERS.has(name) ? null : this.openMarkup(token);
    if (markup !== null) attributes['type'] = 'html';
    this.out.push(`<${name}${written(attributes)}>`);
    this.open.push(name);
    if (markup !== null) this.out.push(cdata(markup));
    if (token.empty) this.end(name);
  }

  private begin(name: string, attributes: Record<string, string>): void {
    this.names.root = name;
    if (name === 'rss' && !/^(2|0\.9)/.test(attributes['version'] ?? '')) attributes['version'] = '2.0';
    this.root = { name, attributes: { ...attributes } };
  }

  private itemName(): string {
    return this.root?.name === 'feed' ? 'entry' : 'item';
  }

  /** An item begins where items stand, whatever before it was never closed. */
  private startItem(): void {
    this.closeDownTo(this.frameDepth());
    this.item = { at: this.out.length, depth: this.open.length };
  }

  /** How many elements hold the items: the root, in RSS its channel too. */
  private frameDepth(): number {
    if (this.root?.name !== 'rss') return 1;
    if (!this.open.includes('channel')) {
      this.closeDownTo(1);
      this.out.push('<channel>');
      this.open.push('channel');
    }
    return this.open.indexOf('channel') + 1;
  }

  /** In RSS only the end of the document ends the channel: parsers do not see items after it. */
  private end(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at < 0) return;
    this.closeDownTo(name === 'channel' && this.root?.name === 'rss' ? at + 1 : at);
  }

  private closeDownTo(depth: number): void {
    while (this.open.length > depth) this.out.push(`</${this.open.pop()}>`);
    if (this.item !== null && this.open.length <= this.item.depth) this.item = null;
  }

  /** The markup that stands openly in an element up to its end tag, or null where there is none. */
  private openMarkup(token: Token): string | null {
    const close = this.scanner.find(`</${token.name}`, token.end);
    if (close < 0) return null;
    const inner = this.text.slice(token.end, close);
    if (/^\s*<!\[CDATA\[/.test(inner) || !/<[a-zA-Z]/.test(inner) || /<(item|entry)[\s>]/.test(inner))
      return null;
    this.scanner.skipTo(close);
    return inner.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  }
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${cleanCharacterData(value).replaceAll('"', '&quot;')}"`)
    .join('');
}
