/** A link made absolute against its base; null when it is no http(s) address. */
export function resolveLink(link: string | null, base?: string): string | null {
  const href = link === null ? null : absolute(link, base);
  return href !== null && /^https?:/i.test(href) ? href : null;
}

/** Schemes that a link in foreign HTML may have: none of them runs anything. */
const HARMLESS = /^(?:https?|mailto|tel|ftp):/i;

/** A link of HTML made absolute; null when it could do anything but lead somewhere. */
export function harmlessLink(link: string, base?: string): string | null {
  const href = absolute(link, base);
  return href !== null && HARMLESS.test(href) ? href : null;
}

/** A whole address is kept as its author wrote it. */
const WHOLE = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;

/** Follows the URL standard, which drops tabs and line breaks and leading control characters. */
function absolute(link: string, base: string | undefined): string | null {
  const written = link.trim();
  const within = base !== undefined && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(written, within)) return null;
  return WHOLE.test(written) ? written : new URL(written, within).href;
}
