import { MarkupScanner, type Token } from './markup-scanner.js';
import { decodeReferences } from './references.js';
import { SILENT_ELEMENTS } from './safe-html.data.js';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote table ul ol pre section article'.split(' '));
/**
 * The plain text of HTML: entities decoded, spaces collapsed, blocks on lines of their own and paragraphs
 * parted by an empty line. One pass, linear in the length.
 */
export function htmlToText(html: string): string {
  const scanner = new MarkupScanner(html);
  const out: string[] = [];
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    out.push(textOf(token, html));
    if (token.type === 'open' && !token.empty && SILENT_ELEMENTS.has(token.name.toLowerCase()))
      skipContent(scanner, token);
  }
  return tidy(out.join(''));
}

/** Where a block begins or ends: one line break however many meet. */
const BLOCK_EDGE = '\v';

/** Spaces collapsed, lines trimmed, at most one empty line in a row. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\v]+/g, ' ')
    .replace(/(?: ?[\v\n])+ ?/g, (edges) => (edges.split('\n').length > 2 ? '\n\n' : '\n'))
    .trim();
}

/** One line of text. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Line breaks in the markup are only spaces; breaks come from the elements. */
function textOf(token: Token, html: string): string {
  switch (token.type) {
    case 'text':
      return decodeReferences(html.slice(token.start, token.end).replace(/\s+/g, ' '));
    case 'cdata':
      return html.slice(token.start + 9, token.end - 3);
    case 'open':
    case 'close':
      return breakFor(token);
    case 'comment':
    case 'instruction':
    case 'doctype':
      return '';
  }
}

function breakFor(token: Token): string {
  const name = token.name.toLowerCase();
  if (name === 'br') return '\n';
  if (PARAGRAPHS.has(name)) return '\n\n';
  return BLOCKS.has(name) ? BLOCK_EDGE : '';
}

function skipContent(scanner: MarkupScanner, token: Token): void {
  const close = scanner.findEndTag(token.name);
  if (close >= 0) scanner.skipTo(close);
}
