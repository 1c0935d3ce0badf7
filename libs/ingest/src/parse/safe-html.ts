import { attributesOf } from './attributes.js';
import { harmlessLink } from './links.js';
import { MarkupScanner, type Token } from './markup-scanner.js';
import { decodeReferences, escapeMarkup } from './references.js';
import {
  LINK_ATTRIBUTES,
  SAFE_ATTRIBUTES,
  SAFE_ELEMENTS,
  SILENT_ELEMENTS,
  VOID_ELEMENTS,
} from './safe-html.data.js';

/** Deeper nesting is flattened: nobody reads it, and recursive readers break on it. */
const DEEPEST = 100;

/**
 * HTML that can be shown anywhere: only elements and attributes that arrange text, every link absolute and of a
 * harmless scheme, every element closed. The result is written anew, so that no reader can understand it otherwise.
 * Linear in the length.
 */
export function safeHtml(html: string, base: string): string {
  return new Writer(html, base).run();
}

class Writer {
  private readonly out: string[] = [];
  private readonly open: string[] = [];
  private readonly scanner: MarkupScanner;

  constructor(
    private readonly html: string,
    private readonly base: string,
  ) {
    this.scanner = new MarkupScanner(html);
  }

  run(): string {
    for (let token = this.scanner.next(); token !== null; token = this.scanner.next()) this.take(token);
    this.closeDownTo(0);
    return this.out.join('').trim();
  }

  private take(token: Token): void {
    const name = token.name.toLowerCase().replace(/^.*:/, '');
    if (token.type === 'text')
      this.out.push(escapeText(decodeReferences(this.html.slice(token.start, token.end))));
    else if (token.type === 'cdata')
      this.out.push(escapeText(this.html.slice(token.start + 9, token.end).replace(/\]\]>$/, '')));
    else if (token.type === 'close') this.end(name);
    else if (token.type === 'open') this.start(token, name);
  }

  private start(token: Token, name: string): void {
    if (SILENT_ELEMENTS.has(name)) return this.skipContent(token);
    if (!SAFE_ELEMENTS.has(name) || (this.open.length >= DEEPEST && !VOID_ELEMENTS.has(name))) return;
    const written = this.attributes(token);
    if (VOID_ELEMENTS.has(name)) return void this.out.push(`<${name}${written} />`);
    this.out.push(`<${name}${written}>`);
    this.open.push(name);
    if (token.empty) this.end(name);
  }

  private end(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at >= 0) this.closeDownTo(at);
  }

  private closeDownTo(depth: number): void {
    while (this.open.length > depth) this.out.push(`</${this.open.pop()}>`);
  }

  private attributes(token: Token): string {
    if (token.attributes === '') return '';
    const kept: string[] = [];
    for (const [name, value] of Object.entries(attributesOf(token.attributes))) {
      const safe = LINK_ATTRIBUTES.has(name) ? harmlessLink(value, this.base) : value;
      if (safe !== null && (LINK_ATTRIBUTES.has(name) || SAFE_ATTRIBUTES.has(name)))
        kept.push(` ${name}="${escapeMarkup(safe)}"`);
    }
    return kept.join('');
  }

  private skipContent(token: Token): void {
    if (token.empty) return;
    const close = this.scanner.findEndTag(token.name);
    if (close >= 0) this.scanner.skipTo(close);
    else if (/^(?:script|style)$/i.test(token.name)) this.scanner.skipTo(this.html.length);
  }
}

/** As `escapeMarkup`; quotes mean nothing in text. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, escapeMarkup);
}
