import type { Precision } from '#domain';
import type { Span } from '../text/view.js';

/** A date as written: what is missing has to be inferred. */
export interface DateParts {
  year?: number;
  /** 1–12. */
  month?: number;
  day?: number;
  /** 0 for Sunday. */
  weekday?: number;
  /** Days from the day of the report: 0 today, -1 yesterday. */
  offset?: number;
  /** Years from the year of the report: "August this year". */
  yearOffset?: number;
  /** Weeks from the week of the report, which starts on Monday: 下周一. */
  weekOffset?: number;
  /** Months from the month of the report. */
  monthOffset?: number;
  /** 1–4. */
  quarter?: number;
  /** The day the text spoke of last: "on the same day"; with an offset, "a day earlier". */
  sameDay?: boolean;
}

/** A date or range of dates in a text. `to` is null for a single date; `from` null for "until …". */
export interface DateExpression extends Span {
  from: DateParts | null;
  to: DateParts | null;
  precision: Precision;
}

/** Expressions in the order of the text without overlaps: the earlier and longer one wins. */
export function withoutOverlaps(found: DateExpression[]): DateExpression[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateExpression[] = [];
  let end = -1;
  for (const expression of ordered) {
    if (expression.start < end) continue;
    kept.push(expression);
    end = expression.end;
  }
  return kept;
}
