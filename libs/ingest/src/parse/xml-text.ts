import { decode } from 'html-entities';

const ENTITY = /&(?:#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?/g;
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Drops the characters that no XML document may hold. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

/**
 * Character data that every XML parser takes: a bare `&` or `<` escaped, HTML's entities as characters,
 * references to impossible characters dropped. What was well-formed means the same afterwards.
 */
export function cleanCharacterData(text: string): string {
  return text.replace(ENTITY, cleanReference).replace(/[<>]/g, (char) => ESCAPES[char] ?? char);
}

function cleanReference(reference: string): string {
  if (reference === '&') return '&amp;';
  const char = decode(reference, { level: 'html5' });
  return char === reference ? `&amp;${reference.slice(1)}` : escapeXml(withoutForbidden(char));
}
