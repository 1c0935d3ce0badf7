import { NO_END } from './announcements.schema.js';
import type { Changes, Open, OpenRectangle, SpanRow } from './rows.js';
import { termsOf } from './terms.js';

type OpenSpan = Open<SpanRow>;
type Span = Pick<SpanRow, 'announced_at' | 'announced_from' | 'announced_to'>;

/** What stands of each term, in any order; no two spans of a term overlap. */
export type OpenSpans = Map<string, OpenSpan[]>;

/** Puts a span where its term's are. */
export function addSpan(spans: OpenSpans, span: OpenSpan): void {
  add(spans, span.row.term, span);
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
  const wanted = wantedFrom(rectangles.slice(unchanged), reaching(spans, border));
  for (const [term, standing] of spans) {
    const kept: OpenSpan[] = [];
    const missing = wanted.get(term) ?? [];
    for (const span of standing) {
      const at = missing.findIndex((each) => covers(span.row, each));
      if (at >= 0) missing.splice(at, 1);
      else if (span.row.announced_to >= border) changes.endSpan(span, position);
      if (at >= 0 || span.row.announced_to < border) kept.push(span);
    }
    if (kept.length > 0) spans.set(term, kept);
    else spans.delete(term);
  }
  for (const [term, missing] of wanted)
    for (const range of missing)
      addSpan(
        spans,
        changes.openSpan({ announcement: id, term, known_from: position, known_to: NO_END, ...range }),
      );
}

/** The part of the spans that lies left of the border, where they reach it. */
function reaching(spans: OpenSpans, border: string): Map<string, Span[]> {
  const found = new Map<string, Span[]>();
  for (const [term, standing] of spans)
    for (const { row } of standing)
      if (row.announced_from < border && row.announced_to >= border)
        found.set(term, [
          { announced_at: row.announced_at, announced_from: row.announced_from, announced_to: border },
        ]);
  return found;
}

/** The spans over these rectangles, by term, those that reach them from the left continued. */
function wantedFrom(rectangles: readonly OpenRectangle[], wanted: Map<string, Span[]>): Map<string, Span[]> {
  for (const { row, state } of rectangles) {
    const { announced_from, announced_to } = row;
    const announced_at = state.announcedAt;
    for (const term of termsOf(state)) {
      const last = wanted.get(term)?.at(-1);
      if (last?.announced_to === announced_from && last.announced_at === announced_at)
        last.announced_to = announced_to;
      else add(wanted, term, { announced_at, announced_from, announced_to });
    }
  }
  return wanted;
}

function covers(row: SpanRow, { announced_at, announced_from, announced_to }: Span): boolean {
  return (
    row.announced_to === announced_to &&
    row.announced_from === announced_from &&
    row.announced_at === announced_at
  );
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
