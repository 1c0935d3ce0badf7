import type { Field, Term } from './feed-terms.data.js';

/** What a feed or an item says of itself: of each field what its best element says. */
export class Statements {
  private readonly said = new Map<Field, { value: string; rank: number }>();
  /** RFC 6721: what the feed says was taken away. */
  readonly deleted: string[] = [];

  /** `lang`: that of the element around them. */
  constructor(public lang: string | null = null) {}

  /** Takes a statement; one of a better element, or an earlier one of the same, stands. */
  add({ field, rank }: Term, value: string | null): void {
    if (value === null || value === '') return;
    if (field === 'deleted') return void this.deleted.push(value);
    const known = this.said.get(field);
    if (known === undefined || rank < known.rank) this.said.set(field, { value, rank });
  }

  get(field: Field): string | null {
    return this.said.get(field)?.value ?? null;
  }
}
