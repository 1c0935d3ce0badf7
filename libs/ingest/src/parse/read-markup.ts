import { attributesOf } from './attributes.js';
import { ElementReader } from './element-reader.js';
import { FeedNames } from './feed-names.js';
import { FOREIGN, ROOTS, TERMS } from './feed-terms.data.js';
import { resolveLink } from './links.js';
import { MarkupScanner, type Token } from './markup-scanner.js';
import { Patience } from './patience.js';
import { readElement } from './read-element.js';
import { withEntities } from './internal-entities.js';
import { withoutC1, withoutForbidden } from './references.js';
import { SILENT_ELEMENTS } from './safe-html.data.js';
import { within, type Scope } from './scope.js';
import { Statements } from './statements.js';

/** A document of any XML format, however broken, taken to pieces. */
export interface ReadMarkup {
  /** The document's outermost element and the one that frames its items, in their known spelling; '' for none. */
  outermost: string;
  frame: string;
  feed: Statements;
  items: Statements[];
  /** Whether the document broke off inside an item, which is left out. */
  truncated: boolean;
}

/**
 * Reads RSS, RDF, Atom and CDF, well-formed or not, in one pass whose time is linear in the length. Elements need
 * not be closed, nested or spelled rightly; nothing is ever fetched or run. Throws ParserError after `limitMs`.
 */
export async function readMarkup(text: string, feedUrl: string, limitMs = 5_000): Promise<ReadMarkup> {
  return new MarkupReader(withEntities(withoutC1(withoutForbidden(text))), feedUrl).run(
    new Patience(limitMs),
  );
}

class MarkupReader {
  private readonly scanner: MarkupScanner;
  private readonly names = new FeedNames();
  private readonly elements: ElementReader;
  private readonly feed = new Statements();
  private readonly items: Statements[] = [];
  private item: Statements | null = null;
  /** The outermost element, and that of the feed within it: '' until they begin. */
  private outermost = '';
  private frame = '';
  private ended = false;
  private readonly scopes: Scope[];
  private itemScope: Scope;
  private plainByDefault = false;

  constructor(
    private readonly text: string,
    feedUrl: string,
  ) {
    this.scopes = [{ base: feedUrl, lang: null }];
    this.itemScope = this.scope;
    this.scanner = new MarkupScanner(text);
    this.elements = new ElementReader(this.scanner, {
      isFrame: (token) => isTag(token) && isFrame(this.names.known(token.name)),
      isTerm: (token) => isTag(token) && TERMS.has(this.names.known(token.name)),
    });
  }

  async run(patience: Patience): Promise<ReadMarkup> {
    for (let token = this.scanner.next(); token !== null; token = this.scanner.next()) {
      if (token.type === 'open') this.start(token);
      else if (token.type === 'close') this.end(this.names.known(token.name));
      if (patience.due) await patience.pause();
    }
    const { feed, items, outermost, frame } = this;
    return { outermost, frame, feed, items, truncated: this.item !== null };
  }

  private start(token: Token): void {
    const attributes = attributesOf(token.attributes);
    this.names.declare(attributes);
    const name = this.names.known(token.name);
    this.outermost ||= name;
    if (ROOTS.has(name)) this.startFrame(token, name, attributes);
    else if (isFrame(name)) this.startItem(token, name, attributes);
    else if (this.frame === '') this.startBefore(token);
    else this.startWithin(token, name, attributes);
  }

  /** A page may carry a feed; what its scripts and pictures quote is none. */
  private startBefore(token: Token): void {
    if (token.empty || !SILENT_ELEMENTS.has(token.name.toLowerCase())) return;
    this.scanner.skipTo(this.scanner.findEndTag(token.name));
  }

  private startFrame(token: Token, name: string, attributes: Record<string, string>): void {
    if (this.ended) return this.scanner.goTo(this.text.length); // a second document after the first
    if (this.frame === '') {
      this.frame = name;
      this.plainByDefault = name === 'feed' && !isAtom03(token.name, attributes);
    }
    this.endItem();
    this.scopes.push(within(this.scope, attributes));
    this.feed.lang ??= this.scope.lang;
    this.takeAttributes(this.feed, attributes, this.scope);
  }

  private startItem(token: Token, name: string, attributes: Record<string, string>): void {
    this.frame ||= name;
    this.endItem();
    this.itemScope = within(this.scope, attributes);
    this.item = new Statements(this.itemScope.lang);
    this.takeAttributes(this.item, attributes, this.itemScope);
    if (token.empty) this.endItem();
  }

  private startWithin(token: Token, name: string, attributes: Record<string, string>): void {
    const term = TERMS.get(name);
    if (FOREIGN.has(name)) return this.elements.skip(token);
    if (term === undefined) return;
    const scope = within(this.item === null ? this.scope : this.itemScope, attributes);
    const { text: source, plainByDefault } = this;
    const tokens = this.elements.read(token);
    const said = readElement(term, { source, tokens, attributes, scope, plainByDefault });
    (this.item ?? this.feed).add(said.term, said.value);
  }

  private end(name: string): void {
    if (!isFrame(name)) return;
    this.endItem();
    if (name === 'channel' && this.scopes.length > 2) this.scopes.pop();
    if (name === this.frame && ROOTS.has(name)) this.ended = true;
  }

  private endItem(): void {
    if (this.item !== null) this.items.push(this.item);
    this.item = null;
  }

  /** What RDF and CDF write as attributes of an item or channel. */
  private takeAttributes(to: Statements, attributes: Record<string, string>, scope: Scope): void {
    const about = Object.keys(attributes).find((name) => this.names.known(name) === 'rdf:about');
    if (about !== undefined) to.add({ field: 'guid', rank: 5 }, attributes[about] ?? null);
    to.add({ field: 'link', rank: 5 }, resolveLink(attributes['href'] ?? null, scope.base));
    to.add({ field: 'updated', rank: 5 }, attributes['lastmod'] ?? null);
  }

  private get scope(): Scope {
    return this.scopes.at(-1)!;
  }
}

function isTag({ type }: Token): boolean {
  return type === 'open' || type === 'close';
}

/** Whether an element is an item or holds items. */
function isFrame(name: string): boolean {
  return name === 'item' || name === 'entry' || ROOTS.has(name);
}

/** Atom 0.3 and its forerunners had no rule for text without a type. */
function isAtom03(written: string, attributes: Record<string, string>): boolean {
  const prefix = written.includes(':') ? `xmlns:${written.split(':')[0]!.toLowerCase()}` : 'xmlns';
  return attributes['version'] !== undefined || /purl\.org\/atom/.test(attributes[prefix] ?? '');
}
