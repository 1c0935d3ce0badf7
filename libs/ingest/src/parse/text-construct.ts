import type { Token } from './markup-scanner.js';
import { decodeReferences, escapeMarkup } from './references.js';

/** What an element that holds text holds: HTML, or characters that mean themselves. */
export type Written = { html: string } | { plain: string };

/** Text types that say that every character means itself. */
const PLAIN = /^(?:text|plain|text\/plain)\b/;
/** Media types whose content Atom 1.0 wants in base64. */
const BINARY = /^(?!text\/)[\w.-]+\/(?!.*xml)/;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * Reads what stands in a title, summary or content by the rules of its format: markup standing openly (xhtml, and
 * whoever forgot to escape), escaped once, or base64 (Atom 0.3's modes, and Atom's media types).
 */
export function readConstruct(
  source: string,
  tokens: readonly Token[],
  attributes: Record<string, string>,
  plainByDefault: boolean,
): Written {
  const [type, mode] = [said(attributes, 'type'), said(attributes, 'mode')];
  if (tokens.some((token) => token.type === 'open')) return { html: openMarkup(source, tokens, type) };
  const text = characters(source, tokens);
  if (mode === 'base64' || (BINARY.test(type) && BASE64.test(text)))
    return { html: Buffer.from(text, 'base64').toString('utf8') };
  return isPlain(type, mode, plainByDefault) ? { plain: text } : { html: text };
}

function isPlain(type: string, mode: string, byDefault: boolean): boolean {
  return type === '' ? byDefault && mode === '' : PLAIN.test(type) && mode !== 'escaped';
}

function said(attributes: Record<string, string>, name: string): string {
  return (attributes[name] ?? '').trim().toLowerCase();
}

/** The characters that an element's text and CDATA sections hold. */
export function characters(source: string, tokens: readonly Token[]): string {
  return tokens
    .map((token) => charactersOf(source, token))
    .join('')
    .trim();
}

function charactersOf(source: string, token: Token): string {
  if (token.type === 'text') return decodeReferences(source.slice(token.start, token.end));
  if (token.type === 'cdata') return source.slice(token.start + 9, token.end).replace(/\]\]>$/, '');
  return '';
}

/**
 * Markup among which character data stands. In XHTML that is text; in what calls itself HTML it was escaped once more;
 * where nothing is said, CDATA is markup and text is text.
 */
function openMarkup(source: string, tokens: readonly Token[], type: string): string {
  const escaped = /^(?:text\/)?html\b/.test(type);
  const parts = tokens.map((token) => {
    if (token.type === 'cdata')
      return /xhtml|xml/.test(type) ? escapeMarkup(charactersOf(source, token)) : charactersOf(source, token);
    return escaped && token.type === 'text'
      ? charactersOf(source, token)
      : source.slice(token.start, token.end);
  });
  const html = parts.join('').trim();
  return /^x?html$/.test(type) ? withoutDiv(html) : html;
}

/** XHTML comes in a `div` that is no part of it. */
function withoutDiv(html: string): string {
  const start = /^<(?:\w+:)?div\b[^<>]*>/i.exec(html)?.[0] ?? '';
  const end = /<\/(?:\w+:)?div\s*>$/i.exec(html.slice(-30))?.[0] ?? '';
  return start !== '' && end !== '' ? html.slice(start.length, -end.length) : html;
}
