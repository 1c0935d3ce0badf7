import { DomainError } from '#domain';
import type { Sql } from '#platform';
import type { Generation } from './generations.js';

/** A view could not take an event and went on without it; whatever else happens to the same thing it still takes. */
export class EventSkippedError extends Error {
  constructor(view: string, position: string, cause: unknown) {
    super(
      `The view ${view} cannot take the event at position ${position} and goes on without it: ${said(cause)}`,
      {
        cause,
      },
    );
    this.name = 'EventSkippedError';
  }
}

/**
 * Whether an error comes from what an event says, so that the same event would fail for ever: a value the
 * database refuses (SQLSTATE classes 22 and 23, 54000), or code that met what it did not expect. A server that is
 * away, a lost lease or an event from a newer program is none of these.
 */
export function isAboutEvent(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return /^(22|23)\w{3}$|^54000$/.test(code);
  return error instanceof TypeError || error instanceof RangeError || error instanceof DomainError;
}

/** Does `work`, or, where it fails for what an event says, leaves no trace of it but a note. Says whether it did it. */
export async function orSkip(
  tx: Sql,
  { id, name }: Generation,
  position: string,
  work: () => Promise<void>,
): Promise<EventSkippedError | null> {
  await tx.query('SAVEPOINT one_view');
  try {
    await work();
    await tx.query('RELEASE SAVEPOINT one_view');
    return null;
  } catch (error) {
    if (!isAboutEvent(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT one_view');
    await tx.query('INSERT INTO view_skips VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      id,
      position,
      said(error).slice(0, 1000),
    ]);
    return new EventSkippedError(name, position, error);
  }
}

function said(error: unknown): string {
  return error instanceof Error || typeof (error as Error).message === 'string'
    ? (error as Error).message
    : String(error);
}
