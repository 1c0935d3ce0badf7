import type { Instant } from '#domain';

/** A point on both time axes: the world as announced up to `asOf`, as known at position `knownAt`. */
export interface Moment {
  /** Null: everything announced. */
  asOf: Instant | null;
  /** Null: everything the views hold. */
  knownAt: string | null;
}

/** Later than anything is announced. */
const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** A moment as values for SQL. */
export interface PinnedMoment {
  asOf: Instant;
  knownAt: string;
}

/** The moment with what is open replaced: `position` is where the views stand. */
export function pin({ asOf, knownAt }: Moment, position: string): PinnedMoment {
  return { asOf: asOf ?? LAST_INSTANT, knownAt: knownAt ?? position };
}

/**
 * SQL that is true where a rectangle of the index holds at a moment, both ranges half-open. `asOf` and `knownAt`
 * are placeholders of a timestamptz and a bigint.
 */
export function holdsAt(row: string, asOf: string, knownAt: string): string {
  return (
    `${row}.known_from <= ${knownAt}::bigint AND ${row}.known_to > ${knownAt}::bigint AND ` +
    `${row}.announced_from <= ${asOf}::timestamptz AND ${row}.announced_to > ${asOf}::timestamptz`
  );
}
