const DECLARATION = /<!ENTITY\s+([A-Za-z_][\w.-]{0,31})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/g;
const MOST = 50;
/** How much longer a document may grow. */
const GROWTH = 200_000;

/**
 * Replaces the plain entities that a document's own declarations define. One that refers to others, to markup or to
 * a file is not expanded, and no document grows by more than a bounded length.
 */
export function withEntities(text: string): string {
  const subset = /<!DOCTYPE[^[<>]{0,500}\[/i.exec(text.slice(0, 10_000));
  if (subset === null) return text;
  const from = subset.index + subset[0].length;
  const end = text.indexOf(']', from);
  const declared = text.slice(from, end < 0 ? from : end).slice(0, 20_000);
  const values = new Map(
    [...declared.matchAll(DECLARATION)]
      .slice(0, MOST)
      .map(([, name, double, single]) => [name, double ?? single ?? '']),
  );
  let growth = 0;
  return text.replace(/&([A-Za-z_][\w.-]{0,31});/g, (reference, name: string) => {
    const value = values.get(name);
    if (value === undefined || growth > GROWTH) return reference;
    growth += value.length;
    return value;
  });
}
