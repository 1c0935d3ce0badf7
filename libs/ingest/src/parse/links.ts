/** A link made absolute against its bases, outermost first, each itself relative to the one before. */
export function resolveLink(link: string | null, ...bases: (string | null | undefined)[]): string | null {
  if (link === null) return null;
  const base = bases.reduce<string | undefined>(
    (outer, inner) => (inner && URL.canParse(inner, outer) ? new URL(inner, outer).href : outer),
    undefined,
  );
  const written = link.replace(/[\t\n\r]/g, '').trim();
  if (!URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
