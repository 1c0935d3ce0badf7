import type { Projection } from './projection.js';

/** A projection that counts how often it was told each event. */
export function counting(
  during: (positions: readonly string[]) => Promise<void> | void = () => undefined,
  version = 1,
): Projection {
  return {
    name: 'counts',
    version,
    handles: 'all',
    tables: 'CREATE TABLE counts (position bigint PRIMARY KEY, times int NOT NULL)',
    indexes: '',
    apply: async (events, { tx, schema }) => {
      await tx.query(
        `INSERT INTO ${schema}.counts SELECT unnest($1::bigint[]), 1
         ON CONFLICT (position) DO UPDATE SET times = counts.times + 1`,
        [events.map(({ position }) => position)],
      );
      await during(events.map(({ position }) => position));
    },
  };
}
