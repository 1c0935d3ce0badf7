import { NO_END } from './announcements.schema.js';
import type { Changes, Open, OpenRectangle, SpanRow } from './rows.js';
import { termsOf } from './terms.js';

type OpenSpan = Open<SpanRow>;
type Span = Pick<SpanRow, 'term' | 'announced_at' | 'announced_from' | 'announced_to'>;

/** What stands of each term, in any order; no two spans of a term overlap. */
export type OpenSpans = Map<string, OpenSpan[]>;

/** Puts a span where its term's are. */
export function addSpan(spans: OpenSpans, span: OpenSpan): void {
  const standing = spans.get(span.row.term);
  if (standing) standing.push(span);
  else spans.set(span.row.term, [span]);
}

/**
 * Spans join what neighbouring rectangles have in common: a term, with the same announcedAt. Brings them up to
 * the rectangles, ending and opening what differs; the rectangles before `unchanged` are as they were.
 */
export function unfoldSpans(
  { id, rectangles, spans }: { id: string; rectangles: readonly OpenRectangle[]; spans: OpenSpans },
  unchanged: number,
  position: string,
  changes: Changes,
): void {
  const border = rectangles[unchanged - 1]?.row.announced_to ?? ''; // where what is unchanged ends
  const wanted = new Wanted(border);
  for (const standing of spans.values()) for (const { row } of standing) wanted.reach(row);
  for (const rectangle of rectangles.slice(unchanged)) wanted.extend(rectangle);
  for (const [term, standing] of spans) {
    const kept = standing.filter((span) => {
      if (wanted.take(span.row) || span.row.announced_to < border) return true;
      changes.endSpan(span, position);
      return false;
    });
    if (kept.length > 0) spans.set(term, kept);
    else spans.delete(term);
  }
  for (const { term, ...range } of wanted.left())
    addSpan(
      spans,
      changes.openSpan({ announcement: id, term, known_from: position, known_to: NO_END, ...range }),
    );
}

/** The spans that are to stand from a border on, those that reach it from the left continued. */
class Wanted {
  private readonly last = new Map<string, Span>();
  private readonly earlier: Span[] = [];

  constructor(private readonly border: string) {}

  /** Takes the part of a span that lies left of the border, where it reaches it. */
  reach({ term, announced_at, announced_from, announced_to }: SpanRow): void {
    if (announced_from < this.border && announced_to >= this.border)
      this.last.set(term, { term, announced_at, announced_from, announced_to: this.border });
  }

  /** Goes on to the next rectangle. */
  extend({ row: { announced_from, announced_to }, state }: OpenRectangle): void {
    const announced_at = state.announcedAt;
    for (const term of termsOf(state)) {
      const span = this.last.get(term);
      if (span?.announced_to === announced_from && span.announced_at === announced_at) {
        span.announced_to = announced_to;
        continue;
      }
      if (span) this.earlier.push(span);
      this.last.set(term, { term, announced_at, announced_from, announced_to });
    }
  }

  /** True when this very span is wanted; it is not left then. */
  take(row: SpanRow): boolean {
    const span = this.last.get(row.term);
    if (span && covers(row, span)) return this.last.delete(row.term);
    const at = this.earlier.findIndex((each) => each.term === row.term && covers(row, each));
    return at >= 0 && this.earlier.splice(at, 1).length > 0;
  }

  left(): Iterable<Span> {
    return [...this.earlier, ...this.last.values()];
  }
}

function covers(row: SpanRow, { announced_at, announced_from, announced_to }: Span): boolean {
  return (
    row.announced_to === announced_to &&
    row.announced_from === announced_from &&
    row.announced_at === announced_at
  );
}
