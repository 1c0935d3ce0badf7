import type { OutboundError, OutboundResponse } from '#platform';
import type { Format } from '../formats/format.js';
import { retryAfterMs } from './retry-after.js';

/** How an attempt ended. `disable`: the receiver wants no more, and why we think so. */
export type Verdict = { disable: string | null } & (
  { ok: true } | { ok: false; error: string; hint: string | null; retryAfterMs: number }
);

const TOO_FAST_MS = 60_000;

/**
 * Reads an answer: 2xx is success unless a chat format's body says otherwise; a redirect is not followed. `shown` takes
 * secrets out of the receiver's words.
 */
export function judge(
  response: OutboundResponse,
  format: Format,
  now: Date,
  shown: (text: string) => string = String,
): Verdict {
  const disable = disabledBy(response);
  if (response.status >= 200 && response.status < 300) {
    const refusal = format.refusal(response.body.toString('utf8'));
    if (refusal === null) return { ok: true, disable };
    const hint = refusal.tooFast ? 'The receiver takes fewer messages: set ratePerSecond lower.' : null;
    return {
      ok: false,
      error: shown(refusal.error),
      hint,
      retryAfterMs: refusal.tooFast ? TOO_FAST_MS : 0,
      disable,
    };
  }
  const wait = retryAfterMs(response.headers['retry-after'], now);
  return {
    ok: false,
    error: `HTTP ${response.status}`,
    hint: hintFor(response),
    retryAfterMs: wait,
    disable,
  };
}

/** No answer came. The message never tells what a name resolved to. */
export function judgeError(error: OutboundError): Verdict {
  return { ok: false, error: `${error.code}: ${error.message}`, hint: null, retryAfterMs: 0, disable: null };
}

function disabledBy({ status, headers }: OutboundResponse): string | null {
  if (status === 410) return 'The receiver answered 410 Gone.';
  if (headers['webhook-delivery']?.trim().toLowerCase() === 'disable')
    return 'The receiver asked for it by the header webhook-delivery: disable.';
  return null;
}

function hintFor({ status, headers }: OutboundResponse): string | null {
  if (status >= 300 && status < 400)
    return headers['location']
      ? 'Redirects are not followed: change the address of the webhook to where it moved.'
      : 'Redirects are not followed.';
  if (status === 401 || status === 403)
    return 'Check the custom headers and the secret the receiver verifies with.';
  if (status === 413) return 'The receiver refuses bodies of this size; they are always under 20 kB.';
  return null;
}
