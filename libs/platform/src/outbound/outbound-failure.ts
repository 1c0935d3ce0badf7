import { OutboundError, type OutboundErrorCode } from './outbound-http.port.js';

const CODES: Record<string, OutboundErrorCode> = {
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too_large',
};

/** Any failure as an OutboundError. The message holds the host as asked for and a code, never an address found. */
export function failureOf(error: unknown, host: string, deadline: { expired: boolean }): OutboundError {
  const known = ownError(error);
  if (known) return known;
  if (deadline.expired)
    return new OutboundError('timeout', `${host} did not answer in full in time.`, { cause: error });
  const code = codeOf(error);
  return new OutboundError(CODES[code] ?? 'network', `${host}: ${code}`, { cause: error });
}

function ownError(error: unknown): OutboundError | null {
  if (error instanceof OutboundError) return error;
  const { cause, errors } = error as { cause?: unknown; errors?: unknown[] };
  const inner = [...(errors ?? []), cause].filter((each) => each !== undefined && each !== error);
  for (const each of inner) {
    const found = each instanceof Error ? ownError(each) : null;
    if (found) return found;
  }
  return null;
}

function codeOf(error: unknown): string {
  const { code, name, errors } = error as { code?: unknown; name?: string; errors?: unknown[] };
  if (typeof code === 'string') return code;
  if (errors?.[0] !== undefined) return codeOf(errors[0]);
  return name === 'AbortError' ? 'aborted' : (name ?? 'failed');
}
