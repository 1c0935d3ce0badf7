import { NO_END } from './announcements.schema.js';
import type { Changes, Open, SpanRow } from './rows.js';
import { termsOf } from './terms.js';
import type { OpenRectangle, Standing } from './unfolding.js';

type OpenSpan = Open<SpanRow>;

/**
 * Spans join what neighbouring rectangles have in common: a term, with the same announcedAt. Returns those that
 * stand when the rectangles up to `unchanged` are as they were, ending and opening the others.
 */
export function unfoldSpans(
  { id, rectangles, spans }: Standing,
  unchanged: number,
  position: string,
  changes: Changes,
): OpenSpan[] {
  const border = rectangles[unchanged - 1]?.row.announced_to ?? ''; // where what is unchanged ends
  const standing: OpenSpan[] = [];
  const doubtful = new Map<string, OpenSpan>();
  const reaching = new Map<string, Reach>();
  for (const span of spans) {
    const { row } = span;
    if (row.announced_to < border) standing.push(span);
    else doubtful.set(keyOf(row), span);
    if (row.announced_from < border && row.announced_to >= border)
      reaching.set(`${row.term}\n${row.announced_at}`, { from: row.announced_from, to: border });
  }
  const wanted = wantedFrom(rectangles.slice(unchanged), reaching);
  for (const { term, announced_at, announced_from, announced_to } of wanted) {
    const range = { announced_from, announced_to, announced_at };
    const key = keyOf({ term, ...range });
    const kept = doubtful.get(key);
    doubtful.delete(key);
    standing.push(
      kept ?? changes.openSpan({ announcement: id, term, known_from: position, known_to: NO_END, ...range }),
    );
  }
  for (const span of doubtful.values()) changes.endSpan(span, position);
  return standing;
}

interface Reach {
  from: SpanRow['announced_from'];
  to: SpanRow['announced_to'];
}
type Span = Pick<SpanRow, 'term' | 'announced_at' | 'announced_from' | 'announced_to'>;

/** The spans over these rectangles, those included that reach them from the left. */
function wantedFrom(rectangles: readonly OpenRectangle[], reaching: Map<string, Reach>): Span[] {
  const done: Span[] = [];
  let active = new Map<string, Span>();
  for (const [key, { from, to }] of reaching) {
    const cut = key.lastIndexOf('\n');
    const [term, announced_at] = [key.slice(0, cut), key.slice(cut + 1)];
    active.set(key, { term, announced_at, announced_from: from, announced_to: to });
  }
  for (const { row, state } of rectangles) {
    const next = new Map<string, Span>();
    for (const term of termsOf(state)) {
      const key = `${term}\n${state.announcedAt}`;
      const span = active.get(key) ?? {
        ...{ term, announced_at: state.announcedAt, announced_from: row.announced_from },
        announced_to: row.announced_to,
      };
      span.announced_to = row.announced_to;
      active.delete(key);
      next.set(key, span);
    }
    done.push(...active.values());
    active = next;
  }
  return [...done, ...active.values()];
}

function keyOf({ term, announced_at, announced_from, announced_to }: Span): string {
  return `${term}\n${announced_at}\n${announced_from}\n${announced_to}`;
}
