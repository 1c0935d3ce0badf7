/** A piece of markup: `[start, end)` of the scanned text. */
export interface Token {
  type: 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype' | 'open' | 'close';
  start: number;
  end: number;
  /** Of a tag, as written. */
  name: string;
  /** What stands between a tag's name and its end. */
  attributes: string;
  /** Whether a tag closes itself. */
  empty: boolean;
}

const NAME = /[A-Za-z_][^\s/>"'=<]*/y;

/**
 * Cuts XML or HTML, however broken, into tokens in one pass: time is linear in the length whatever the
 * input. A `<` that starts nothing is text; what is never closed reaches to the end.
 */
export class MarkupScanner {
  private position = 0;
  /** Set once a tag's quotes hid every end from it: quotes are not believed from then on. */
  private quotesBroken = false;
  /** From where on each needle was looked for in vain. */
  private readonly missing = new Map<string, number>();

  constructor(readonly markup: string) {}

  next(): Token | null {
    const start = this.position;
    if (start >= this.markup.length) return null;
    const token = this.markup[start] === '<' ? this.special(start) : null;
    const found = token ?? this.text(start);
    this.position = found.end;
    return found;
  }

  /** Where the next token begins. */
  get at(): number {
    return this.position;
  }

  /** Goes on from another place. */
  goTo(position: number): void {
    this.position = position;
  }

  /** Goes on from a place further on. */
  skipTo(position: number): void {
    this.position = Math.max(position, this.position);
  }

  /** Where the next `needle` stands from here on, or -1; a needle missed is not looked for again further on. */
  find(needle: string, from = this.position): number {
    if ((this.missing.get(needle) ?? Infinity) <= from) return -1;
    const found = this.markup.indexOf(needle, from);
    if (found < 0) this.missing.set(needle, from);
    return found;
  }

  /** Where the next end tag of an element stands, in whichever case, or -1. `name` is a plain name. */
  findEndTag(name: string, from = this.position): number {
    const needle = `</${name.toLowerCase()}`;
    if ((this.missing.get(needle) ?? Infinity) <= from) return -1;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    pattern.lastIndex = from;
    const found = pattern.exec(this.markup)?.index ?? -1;
    if (found < 0) this.missing.set(needle, from);
    return found;
  }

  private special(start: number): Token | null {
    if (this.markup.startsWith('<!--', start)) return this.upTo('comment', start, '-->');
    if (this.markup.startsWith('<![CDATA[', start)) return this.upTo('cdata', start, ']]>');
    if (this.markup.startsWith('<?', start)) return this.upTo('instruction', start, '>');
    if (this.markup.startsWith('<!', start)) return this.doctype(start);
    const closing = this.markup[start + 1] === '/';
    NAME.lastIndex = start + (closing ? 2 : 1);
    const name = NAME.exec(this.markup)?.[0];
    return name === undefined ? null : this.tag(start, name, closing);
  }

  private tag(start: number, name: string, closing: boolean): Token | null {
    const from = start + name.length + (closing ? 2 : 1);
    const close = this.tagEnd(from);
    if (close < 0) return null;
    const empty = this.markup[close - 1] === '/' && close > from;
    const attributes = this.markup.slice(from, empty ? close - 1 : close);
    return { type: closing ? 'close' : 'open', start, end: close + 1, name, attributes, empty };
  }

  /** A quote that is followed by anything but the next attribute or the tag's end was never meant to be one. */
  private tagEnd(from: number): number {
    const plain = this.find('>', from);
    if (plain < 0 || this.quotesBroken) return plain;
    for (let at = from; at < this.markup.length; at++) {
      const char = this.markup[at];
      if (char === '>') return at;
      if (char === '"' || char === "'") at = this.quoteEnd(at, char);
    }
    this.quotesBroken = true;
    return plain;
  }

  /** Where the value that a quote begins ends; the quote's own place when it begins none. */
  private quoteEnd(at: number, quote: string): number {
    if (!/[\s=]/.test(this.markup[at - 1] ?? '')) return at;
    const closing = this.markup.indexOf(quote, at + 1);
    return closing >= 0 && /[\s/>?]/.test(this.markup[closing + 1] ?? '>') ? closing : at;
  }

  private doctype(start: number): Token {
    const close = this.find('>', start);
    const subset = this.markup.slice(start, close < 0 ? undefined : close).includes('[');
    return this.upTo('doctype', start, subset ? ']>' : '>');
  }

  /** What is never closed is not believed to have begun: what follows its opening mark is read. */
  private upTo(type: Token['type'], start: number, closing: string): Token {
    const found = this.find(closing, start);
    if (found >= 0) return plainToken(type, start, found + closing.length);
    const mark = /^<(?:!--|!\[CDATA\[|[!?])/.exec(this.markup.slice(start, start + 9))?.[0] ?? '<';
    return plainToken('comment', start, start + mark.length);
  }

  private text(start: number): Token {
    const next = this.find('<', start + 1);
    return plainToken('text', start, next < 0 ? this.markup.length : next);
  }
}

function plainToken(type: Token['type'], start: number, end: number): Token {
  return { type, start, end, name: '', attributes: '', empty: false };
}
