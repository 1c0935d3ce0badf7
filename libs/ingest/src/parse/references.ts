import { decode } from 'html-entities';

const REFERENCE = /&(?:#\d{1,8};?|#[xX][\da-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};)/g;
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What windows-1252 has where Unicode has controls that nobody writes. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text as its writer saw it: windows-1252's characters where they were passed off as another charset's. */
export function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => C1[char.charCodeAt(0) - 0x80] ?? char);
}

/** Drops the characters that no XML document may hold. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** Text as character data or attribute value, in XML and HTML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

/**
 * Decodes references as browsers do: HTML's names, and numbers, those of windows-1252's C1 range as the characters
 * that were meant. A bare `&` stays; impossible characters are dropped.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (reference) => {
    const closed = reference.endsWith(';') ? reference : `${reference};`;
    const decoded = decode(closed, { level: 'html5' });
    return decoded === closed ? reference : withoutForbidden(decoded);
  });
}
