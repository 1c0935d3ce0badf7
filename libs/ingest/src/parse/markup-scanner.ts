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
  /** Set once no tag end was found outside quotes: quotes are not believed from then on. */
  private quotesBroken = false;
  private readonly missing = new Set<string>();

  constructor(readonly markup: string) {}

  next(): Token | null {
    const start = this.position;
    if (start >= this.markup.length) return null;
    const token = this.markup[start] === '<' ? this.special(start) : null;
    const found = token ?? this.text(start);
    this.position = found.end;
    return found;
  }

  /** Goes on from a place further on. */
  skipTo(position: number): void {
    this.position = Math.max(position, this.position);
  }

  /** Where the next `needle` stands from here on, or -1; a needle missed once is not looked for again. */
  find(needle: string, from = this.position): number {
    if (this.missing.has(needle)) return -1;
    const found = this.markup.indexOf(needle, from);
    if (found < 0) this.missing.add(needle);
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

  private tagEnd(from: number): number {
    if (this.quotesBroken) return this.find('>', from);
    for (let at = from; at < this.markup.length; at++) {
      const char = this.markup[at];
      if (char === '>') return at;
      if (char !== '"' && char !== "'") continue;
      if (this.markup[at - 1] !== '=' && !/[\s=]/.test(this.markup[at - 1] ?? '')) continue;
      const closing = this.markup.indexOf(char, at + 1);
      if (closing < 0) break;
      at = closing;
    }
    this.quotesBroken = true;
    return this.find('>', from);
  }

  private doctype(start: number): Token {
    const close = this.find('>', start);
    const subset = this.markup.slice(start, close < 0 ? undefined : close).includes('[');
    return this.upTo('doctype', start, subset ? ']>' : '>');
  }

  private upTo(type: Token['type'], start: number, closing: string): Token {
    const found = this.find(closing, start);
    const end = found < 0 ? this.markup.length : found + closing.length;
    return { type, start, end, name: '', attributes: '', empty: false };
  }

  private text(start: number): Token {
    const next = this.find('<', start + 1);
    const end = next < 0 ? this.markup.length : next;
    return { type: 'text', start, end, name: '', attributes: '', empty: false };
  }
}
