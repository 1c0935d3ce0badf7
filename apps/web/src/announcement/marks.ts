import type { Evidence } from '#client';

/** A stretch of a text, and the fields that it proves; plain where there are none. */
export interface Stretch {
  text: string;
  fields: string[];
}

type Proof = Pick<Evidence, 'start' | 'end' | 'text'> & { field: string };
interface Range {
  field: string;
  start: number;
  end: number;
}

/**
 * A text cut where proofs begin and end, so that none overlap: a stretch proves every field whose words it is
 * part of, in the order the proofs are given.
 */
export function marked(text: string, proofs: readonly Proof[]): Stretch[] {
  const ranges = proofs.flatMap((proof) => rangeOf(text, proof) ?? []);
  const cuts = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const ordered = [...cuts].sort((a, b) => a - b);
  const stretches = ordered.slice(1).map((end, at) => {
    const start = ordered[at]!;
    const within = ranges.filter((range) => range.start <= start && range.end >= end);
    return { text: text.slice(start, end), fields: [...new Set(within.map(({ field }) => field))] };
  });
  return joined(stretches.filter((stretch) => stretch.text !== ''));
}

/** The proofs whose words the text does not have, e.g. because the source has changed it since. */
export function unplaced<P extends Proof>(text: string, proofs: readonly P[]): P[] {
  return proofs.filter((proof) => rangeOf(text, proof) === null);
}

/** Where a proof stands: where it says, else where its words are found. */
function rangeOf(text: string, { field, start, end, text: words }: Proof): Range | null {
  if (words !== '' && text.slice(start, end) === words) return { field, start, end };
  const found = words === '' ? -1 : text.indexOf(words);
  return found === -1 ? null : { field, start: found, end: found + words.length };
}

/** Neighbours that prove the same are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { text, fields } of stretches) {
    const last = result.at(-1);
    if (last && last.fields.join() === fields.join()) last.text += text;
    else result.push({ text, fields });
  }
  return result;
}

/** The paragraphs of a marked text: it is parted at empty lines; a lone line break stays in its paragraph. */
export function paragraphs(stretches: readonly Stretch[]): Stretch[][] {
  const result: Stretch[][] = [[]];
  for (const { text, fields } of stretches) {
    for (const [at, part] of text.split(/\s*\n\s*\n\s*/).entries()) {
      if (at > 0) result.push([]);
      if (part !== '') result.at(-1)!.push({ text: part, fields });
    }
  }
  return result.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}
