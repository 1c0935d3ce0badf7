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

/** What gRPC adds to its messages when it has nothing to add. */
const EMPTY_NOTES = /\.?( Last error: null\.?)?( Resolution note: ?\.?)?$/;

/** Errors of the client that bear no code: its channel was replaced, or no member of the cluster was found. */
const CLIENT_MESSAGES = /channel has been (shut down|closed)|failed to discover|write after end/i;

/** The client's name for an error, `undefined` for errors that are not its own. */
export function errorType(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : undefined;
}

/** The server was asked and said nothing. */
export class NoAnswerError extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms / 1000} s`);
  }
}

/** A failure to reach the server as an error that names EVENTSTORE_URL, cause and cure; others as they are. */
export function asUnavailable(error: unknown, address: string): unknown {
  if (!isFailureToReach(error)) return error;
  const cause = String(error instanceof Error ? error.message : error).replace(EMPTY_NOTES, '');
  const [problem, cure] =
    errorType(error) === ErrorType.ACCESS_DENIED
      ? ['refuses access', 'give EVENTSTORE_URL a user who may read $all and write streams']
      : ['cannot be reached', 'start the server, or correct EVENTSTORE_URL (host, port, tls=true|false)'];
  return new EventStoreUnavailableError(
    `The event store at ${address} (EVENTSTORE_URL) ${problem}: ${cause}. To cure it, ${cure}.`,
    { cause: error },
  );
}

function isFailureToReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const type = errorType(error);
  if (type !== undefined) return !ANSWERS.includes(type);
  const hasCode =
    'code' in error && (typeof error.code === 'number' || /^E[A-Z_]+$/.test(String(error.code)));
  return hasCode || error instanceof NoAnswerError || CLIENT_MESSAGES.test(error.message);
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
    timer = setTimeout(() => reject(new NoAnswerError(ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
