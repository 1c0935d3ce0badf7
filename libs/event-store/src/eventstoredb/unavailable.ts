import { ErrorType } from '@eventstore/db-client';
import { EventStoreUnavailableError } from '../port/event-store.port.js';

/** What the server answers when it was reached and understood; everything else is a failure to reach it. */
const ANSWERS: readonly string[] = [
  ErrorType.WRONG_EXPECTED_VERSION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.STREAM_DELETED,
  ErrorType.INVALID_TRANSACTION,
  ErrorType.INVALID_ARGUMENT,
];

/** The client's name for an error, `undefined` for errors that are not its own. */
export function errorType(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : undefined;
}

/** The server's own answers as they are; every other error as one that names EVENTSTORE_URL, cause and cure. */
export function asUnavailable(error: unknown, address: string): unknown {
  if (error instanceof EventStoreUnavailableError || ANSWERS.includes(errorType(error) ?? '')) return error;
  const cause = error instanceof Error ? error.message : String(error);
  const [problem, cure] =
    errorType(error) === ErrorType.ACCESS_DENIED
      ? ['refuses access', 'give EVENTSTORE_URL a user who may read $all and write streams']
      : ['cannot be reached', 'start the server, or correct EVENTSTORE_URL (host, port, tls=true|false)'];
  return new EventStoreUnavailableError(
    `The event store at ${address} (EVENTSTORE_URL) ${problem}: ${cause}. To cure it, ${cure}.`,
    { cause: error },
  );
}

/** True for an error that trying again cannot cure. */
export function isRefusal(error: unknown): boolean {
  const original = error instanceof EventStoreUnavailableError ? error.cause : error;
  return [...ANSWERS, ErrorType.ACCESS_DENIED as string].includes(errorType(original) ?? '');
}

/** Rejects when the work takes longer than `ms`: a frozen server answers nothing at all. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
