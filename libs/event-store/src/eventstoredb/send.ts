import { ErrorType, NO_STREAM as NO_STREAM_YET, type EventData } from '@eventstore/db-client';
import type { ReadFrom } from './log-reader.js';
import { errorType, within } from './unavailable.js';

const DEADLINE_MS = 10_000;

/**
 * Appends records to a stream by its full name, after exactly a revision (-1: the stream must not exist).
 * Their position as the server tells it, which for several need not be that of the last; null when the
 * stream is at another revision. Answers or throws within a bounded time.
 */
export async function send(
  { client }: ReadFrom,
  name: string,
  after: number,
  records: EventData[],
): Promise<{ position: string | undefined } | null> {
  const expectedRevision = after < 0 ? NO_STREAM_YET : BigInt(after);
  const sending = client.appendToStream(name, records, { expectedRevision, deadline: DEADLINE_MS });
  try {
    const { position } = await within(DEADLINE_MS, sending);
    return { position: position && String(position.commit) };
  } catch (error) {
    if (errorType(error) === ErrorType.WRONG_EXPECTED_VERSION) return null;
    throw error;
  }
}
