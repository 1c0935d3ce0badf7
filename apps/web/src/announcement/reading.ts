import type { Announcement } from '#client';

/**
 * The report that is read: the one asked for; else one that proves the chosen field; else any. Among several,
 * one in the reader's language.
 */
export function reportToRead(
  { coverage, evidence }: Pick<Announcement, 'coverage' | 'evidence'>,
  { itemId, field, lang }: { itemId: string | null; field: string | null; lang: string },
): string | null {
  if (coverage.some((each) => each.itemId === itemId)) return itemId;
  const proving = new Set(evidence.filter((each) => each.field === field).map((each) => each.itemId));
  const proofs = coverage.filter((each) => proving.has(each.itemId));
  const among = proofs.length > 0 ? proofs : coverage;
  return (among.find((each) => each.lang === lang) ?? among[0])?.itemId ?? null;
}
