import type { MarkupScanner, Token } from './markup-scanner.js';

/** What bounds an element that is never closed. */
export interface Bounds {
  /** Whether a tag begins or ends an item or what holds items: no element reaches across it. */
  isFrame(token: Token): boolean;
  /** Whether a tag begins or ends an element that a feed is read for. */
  isTerm(token: Token): boolean;
}

/**
 * Reads what an element holds, to its end tag; of one never closed what stands before the next element that a
 * feed is read for. Every token is seen at most a fixed number of times.
 */
export class ElementReader {
  /** How far each name was looked for in vain: it need not be looked for before that place again. */
  private readonly unclosedUpTo = new Map<string, number>();

  constructor(
    private readonly scanner: MarkupScanner,
    private readonly bounds: Bounds,
  ) {}

  /** The tokens within the element that `open` begins; the scanner then stands behind the element. */
  read(open: Token): Token[] {
    if (open.empty) return [];
    return this.toEndTag(open) ?? this.toNextTerm(open);
  }

  /** Steps over an element; over its start tag alone when it is never closed. */
  skip(open: Token): void {
    if (!open.empty && this.toEndTag(open) === null) this.scanner.goTo(open.end);
  }

  private toEndTag(open: Token): Token[] | null {
    const name = open.name.toLowerCase();
    if ((this.unclosedUpTo.get(name) ?? -1) > open.end) return null;
    const tokens: Token[] = [];
    let depth = 1;
    for (let token = this.scanner.next(); token !== null; token = this.scanner.next()) {
      if (token.name.toLowerCase() === name && !token.empty) depth += token.type === 'close' ? -1 : 1;
      if (depth === 0) return tokens;
      if (this.bounds.isFrame(token)) break;
      tokens.push(token);
    }
    this.unclosedUpTo.set(name, this.scanner.at);
    return null;
  }

  private toNextTerm(open: Token): Token[] {
    this.scanner.goTo(open.end);
    const tokens: Token[] = [];
    for (let token = this.scanner.next(); token !== null; token = this.scanner.next()) {
      if (this.bounds.isFrame(token) || this.bounds.isTerm(token)) {
        this.scanner.goTo(token.start);
        break;
      }
      tokens.push(token);
    }
    return tokens;
  }
}
