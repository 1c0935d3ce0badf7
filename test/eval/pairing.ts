import type { Label } from './labelled-text.js';
import type { Reading, ReadText, Span } from './read-text.js';

/** A label with the reading that tells it. */
export interface Paired {
  label: Label;
  reading: Reading;
}

export interface Pairing {
  pairs: Paired[];
  missed: Label[];
  extra: Reading[];
}

/** Less alike than this, a title does not speak for a pair of one kind; from `TITLE_ALONE` on it does by itself. */
const TITLE_WITH_KIND = 0.2;
const TITLE_ALONE = 0.45;

/** Pairs labels with readings, the best pair first, each once; the same words, or kind with day or title, make a pair. */
export function pair({ given, announcements }: ReadText): Pairing {
  const all = given.labels.flatMap((label) =>
    announcements.map((reading) => ({ label, reading, score: scoreOf(given.text, label, reading) })),
  );
  const pairs: Paired[] = [];
  for (const { label, reading, score } of all.sort((a, b) => b.score - a.score)) {
    const taken = pairs.some((other) => other.label === label || other.reading === reading);
    if (score > 0 && !taken) pairs.push({ label, reading });
  }
  const missed = given.labels.filter((label) => !pairs.some((one) => one.label === label));
  return {
    pairs,
    missed,
    extra: announcements.filter((one) => !pairs.some(({ reading }) => reading === one)),
  };
}

export function kindFits(label: Label, reading: Reading): boolean {
  return label.kind === reading.kind || (label.acceptKinds ?? []).includes(reading.kind);
}

export function dayOf(date: string | null | undefined): string | null {
  return date ? date.slice(0, 10) : null;
}

/** What two texts have in common, 0 to 1: Jaccard's coefficient of their pairs of letters. */
export function alike(a: string, b: string): number {
  const [some, others] = [pairsOfLetters(a), pairsOfLetters(b)];
  if (some.size === 0 || others.size === 0) return 0;
  const common = [...some].filter((one) => others.has(one)).length;
  return common / (some.size + others.size - common);
}

/** One form of a text for comparing: full and half width, case and spaces do not matter. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function scoreOf(text: string, label: Label, reading: Reading): number {
  const words = reading.evidence.some((span) => overlaps(text, label.evidence, span));
  const kind = kindFits(label, reading);
  const day = label.eventStart !== null && dayOf(reading.happens?.start) === label.eventStart;
  const title = likestTitle(label, reading);
  const fair = words || (kind && (title >= TITLE_WITH_KIND || day)) || title >= TITLE_ALONE;
  return fair ? 2 * Number(words) + 1.5 * Number(kind) + Number(day) + 2 * title : 0;
}

function likestTitle(label: Label, { title }: Reading): number {
  const titles = Object.values(title).filter(Boolean);
  return Math.max(0, ...titles.flatMap((one) => [alike(one, label.title), alike(one, label.evidence)]));
}

/** Whether a span lies on the labelled words; where these are not the text's own, whether one holds the other. */
function overlaps(text: string, proof: string, span: Span): boolean {
  const at = text.indexOf(proof);
  if ((span.in ?? 'text') === 'text' && at >= 0) return span.start < at + proof.length && span.end > at;
  const words = plain(span.text);
  const holds = plain(proof).includes(words) || words.includes(plain(proof));
  return words.length > 5 && plain(text).includes(words) && holds;
}

function pairsOfLetters(text: string): Set<string> {
  const letters = plain(text).replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}
