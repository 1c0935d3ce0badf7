import type { Term } from './feed-terms.data.js';
import { htmlToText, oneLine } from './html-text.js';
import { resolveLink } from './links.js';
import type { Token } from './markup-scanner.js';
import { escapeMarkup } from './references.js';
import { safeHtml } from './safe-html.js';
import type { Scope } from './scope.js';
import { characters, readConstruct } from './text-construct.js';

/** An element that a feed is read for, with all that decides what it means. */
export interface Element {
  source: string;
  tokens: readonly Token[];
  attributes: Record<string, string>;
  scope: Scope;
  /** Whether text without a type is no markup: Atom 1.0's rule. */
  plainByDefault: boolean;
}

/** A term as said by an element, in the form that is kept; null when the element says nothing. */
export function readElement(term: Term, element: Element): { term: Term; value: string | null } {
  const { source, tokens, attributes, scope } = element;
  switch (term.field) {
    case 'title':
      return { term, value: titleOf(element) };
    case 'summary':
    case 'content':
      return { term, value: htmlOf(element) };
    case 'link':
      return linkOf(term, element);
    case 'guid':
      return { term, value: guidOf(characters(source, tokens), scope) };
    case 'author':
      return { term, value: personOf(element) };
    case 'deleted':
      return { term, value: attributes['ref'] ?? null };
    case 'lang':
      return { term, value: characters(source, tokens).replaceAll('_', '-') };
    default:
      return { term, value: oneLine(characters(source, tokens)) };
  }
}

/** One line of text: titles are HTML wherever they look like it and do not say otherwise. */
function titleOf({ source, tokens, attributes, plainByDefault }: Element): string {
  const written = readConstruct(source, tokens, attributes, plainByDefault);
  if ('plain' in written) return oneLine(written.plain);
  return oneLine(/<[a-z/!]|&[a-z#]\w*;/i.test(written.html) ? htmlToText(written.html) : written.html);
}

function htmlOf({ source, tokens, attributes, scope, plainByDefault }: Element): string {
  const written = readConstruct(source, tokens, attributes, plainByDefault);
  return 'plain' in written ? escapeMarkup(written.plain) : safeHtml(written.html, scope.base);
}

/** The item's page before its other representations; links to comments, enclosures and the feed itself are none. */
function linkOf(
  term: Term,
  { source, tokens, attributes, scope }: Element,
): { term: Term; value: string | null } {
  const rel = (attributes['rel'] ?? 'alternate').toLowerCase();
  if (!/(^|\/)alternate$/.test(rel)) return { term, value: null };
  const href = attributes['href'] ?? characters(source, tokens);
  const page = /^(?:text\/html|application\/xhtml\+xml|)$/i.test(attributes['type'] ?? '');
  const value = href === '' ? null : resolveLink(href, scope.base);
  return { term: page ? term : { ...term, rank: term.rank + 1 }, value };
}

/** An id is relative only where it says so: a bare word is an id of its own. */
function guidOf(written: string, { base }: Scope): string {
  return /^\.{0,2}\/\S*$/.test(written) ? (resolveLink(written, base) ?? written) : written;
}

/** `Name (address)`, `Name <address>`; `address (Name)`. */
const NAMED_FIRST = /^([^()<>]+?) [(<]\S+@[^()<>\s]+[)>]$/;
const NAMED_LAST = /^[^()<>\s]+@[^()<>\s]+ \(([^()]+)\)$/;

/** The name of a person construct, or that in RSS's `address (name)`; an address alone where there is no name. */
function personOf({ source, tokens }: Element): string {
  const name = tokens.findIndex(({ type, name }) => type === 'open' && /^(?:\w+:)?name$/i.test(name));
  if (name >= 0) {
    const end = tokens.findIndex(({ type }, at) => at > name && type === 'close');
    return oneLine(characters(source, tokens.slice(name + 1, end < 0 ? undefined : end)));
  }
  const text = oneLine(characters(source, tokens));
  const named = NAMED_FIRST.exec(text)?.[1] ?? NAMED_LAST.exec(text)?.[1];
  return named?.trim() || text;
}
