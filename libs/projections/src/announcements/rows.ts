import type { AnnouncementState, Coverage, Instant } from '#domain';

/** A half-open range of asOf: `to` is `infinity` when nothing ends it. */
export interface AnnouncedRange {
  announced_from: Instant;
  announced_to: Instant | 'infinity';
}

interface Rectangle extends AnnouncedRange {
  announcement: string;
  known_from: string;
  known_to: string;
}

export interface RectangleRow extends Rectangle {
  number: number;
  text: number;
  recorded_at: Instant;
  happens_start: string | null;
  happens_end: string | null;
}

export interface SpanRow extends Rectangle {
  term: string;
  announced_at: Instant;
}

export interface StateRow {
  announcement: string;
  number: number;
  /** Without its coverage. */
  state: unknown;
  /** Numbers of `CoverageRow`s. */
  coverage: number[];
}

export interface CoverageRow {
  announcement: string;
  number: number;
  coverage: Coverage;
}

export interface TextRow {
  announcement: string;
  text: number;
  tokens: string[];
}

/** A row that holds until something ends it, and whether the database has it yet. */
export interface Open<Row> {
  row: Row;
  isStored: boolean;
}

export interface OpenRectangle extends Open<RectangleRow> {
  state: AnnouncementState;
}

/** What a batch does to the index: rows to add, stored rows to end, in any order. */
export class Changes {
  readonly rectangles: RectangleRow[] = [];
  readonly endedRectangles: RectangleRow[] = [];
  readonly states: StateRow[] = [];
  readonly coverages: CoverageRow[] = [];
  readonly texts: TextRow[] = [];
  readonly spans: SpanRow[] = [];
  readonly endedSpans: SpanRow[] = [];
  readonly merges: { position: string; absorbed: string; into: string }[] = [];
  private readonly opened: Open<unknown>[] = [];

  open(row: RectangleRow, state: AnnouncementState): OpenRectangle {
    const open = { row, state, isStored: false };
    this.rectangles.push(row);
    this.opened.push(open);
    return open;
  }

  openSpan(row: SpanRow): Open<SpanRow> {
    const open = { row, isStored: false };
    this.spans.push(row);
    this.opened.push(open);
    return open;
  }

  /** Ends a row at a position; a row of this batch is simply added with its end. */
  end({ row, isStored }: Open<RectangleRow>, position: string): void {
    row.known_to = position;
    if (isStored) this.endedRectangles.push(row);
  }

  endSpan({ row, isStored }: Open<SpanRow>, position: string): void {
    row.known_to = position;
    if (isStored) this.endedSpans.push(row);
  }

  /** Says that the database has everything. */
  stored(): void {
    for (const open of this.opened) open.isStored = true;
  }
}
