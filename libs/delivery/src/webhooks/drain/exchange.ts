import { OutboundError, type OutboundHttp, type OutboundResponse } from '#platform';
import type { PublicEvent } from '#projections';
import type { Clock } from '../../clock.js';
import type { Endpoint, EndpointSecrets } from '../endpoint.js';
import type { Format, Rendering } from '../formats/format.js';
import { blanked, confidential } from './echo.rule.js';
import { judge, judgeError, type Verdict } from '../retry/verdict.rule.js';
import { liveSecrets, sign } from '../signing/signature.js';
import { webhookMessageId } from '../signing/webhook-id.js';

/** Over the whole exchange. */
const TIMEOUT_MS = 15_000;
/** What is kept of an answer. */
const CAPTURE_BYTES = 16 * 1024;

export interface Message {
  endpoint: Pick<Endpoint, 'webhookId'>;
  secrets: EndpointSecrets;
  format: Format;
  events: readonly PublicEvent[];
  logId: string;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** The replay this belongs to, or null. */
  replay: string | null;
  /** Default: the id of the first event for this webhook. */
  messageId?: string;
  /** Over the whole exchange; default 15 s. */
  timeoutMs?: number;
}

/** What came of one request. */
export interface Exchange {
  verdict: Verdict;
  startedAt: Date;
  durationMs: number;
  status: number | null;
  headers: Record<string, string>;
  /** At most 16 KiB, as text. */
  body: string;
  truncated: boolean;
  /** How many of the events the message held. */
  included: number;
}

/** Sends one message and reads the answer. Never rejects for what a receiver does. */
export async function exchange(
  { outbound, clock }: { outbound: OutboundHttp; clock: Clock },
  message: Message,
): Promise<Exchange> {
  const startedAt = clock.now();
  const begun = performance.now();
  const { secrets, format } = message;
  const context = { url: secrets.url, chatSecret: secrets.chatSecret, now: startedAt, logId: message.logId };
  const rendering = format.render(message.events, context);
  const body = encoded(message.events[0]!, rendering.body);
  const headers = headersOf(message, { ...rendering, body }, startedAt);
  const answer = await send(outbound, { url: rendering.url, body }, headers, message.timeoutMs);
  const ended = {
    startedAt,
    durationMs: Math.round(performance.now() - begun),
    included: rendering.included,
  };
  if (answer instanceof OutboundError)
    return { ...ended, verdict: judgeError(answer), status: null, headers: {}, body: '', truncated: false };
  const { status, truncated } = answer;
  const safe = shownOf(answer, confidential(secrets));
  return {
    ...ended,
    verdict: judge(answer, format, clock.now(), safe.shown),
    status,
    headers: safe.headers,
    body: safe.body,
    truncated,
  };
}

/** The answer as it is kept: as text, and without what the receiver tells back of its secrets. */
function shownOf({ body, headers }: OutboundResponse, secrets: readonly string[]) {
  const shown = (text: string) => printable(blanked(text, secrets));
  const entries = Object.entries(headers).map(([name, value]) => [name, shown(value)]);
  const text = body.length === 0 ? '' : shown(body.subarray(0, CAPTURE_BYTES).toString('utf8'));
  return { shown, headers: Object.fromEntries(entries) as Record<string, string>, body: text };
}

interface Sent {
  url: string;
  body: Buffer;
}

const encodings = new WeakMap<PublicEvent, { text: string; bytes: Buffer }>();

/** A body as bytes. The same one that goes to many is encoded once: it is kept with the event that it is about. */
function encoded(event: PublicEvent, text: string): Buffer {
  const known = encodings.get(event);
  if (known?.text === text) return known.bytes;
  const bytes = Buffer.from(text);
  encodings.set(event, { text, bytes });
  return bytes;
}

async function send(
  outbound: OutboundHttp,
  { url, body }: Sent,
  headers: Record<string, string>,
  timeoutMs = TIMEOUT_MS,
): Promise<OutboundResponse | OutboundError> {
  const limits = { timeoutMs, maxBytes: CAPTURE_BYTES, truncate: true, maxRedirects: 0 };
  try {
    return await outbound.request({ method: 'POST', url, headers, body, ...limits });
  } catch (error) {
    if (error instanceof OutboundError) return error;
    return new OutboundError('network', 'The request could not be made.', { cause: error });
  }
}

/** The follower's own headers, then ours, which they cannot replace. */
function headersOf(
  message: Message,
  rendering: Omit<Rendering, 'body'> & Sent,
  at: Date,
): Record<string, string> {
  const { secrets, format, endpoint, events, attempt, replay } = message;
  const own = { ...secrets.headers, ...rendering.headers };
  if (!format.signed) return own;
  const id = message.messageId ?? webhookMessageId(endpoint.webhookId, events[0]!.position);
  const timestamp = Math.floor(at.getTime() / 1000);
  return {
    ...own,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign(liveSecrets(secrets.signing, at), id, timestamp, rendering.body),
    'webhook-attempt': String(attempt),
    ...(replay && { 'webhook-replay': replay }),
  };
}

/** PostgreSQL's text holds everything but NUL. */
function printable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
