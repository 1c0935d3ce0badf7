import type { Instant } from '#domain';
import { OutboundError, type OutboundHttp, type OutboundResponse } from '#platform';
import { decodeBody } from './charset.js';
import { failureInWords, statusInWords } from './failure-words.js';
import { maxAge, retryAfter } from './retry-after.js';

/** What a server gave to recognise its last answer by: sent back byte for byte. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

interface Answer {
  status: number;
  /** Bytes of the body after decompression. */
  bytes: number;
  redirects: OutboundResponse['redirects'];
  /** The earliest time the server wants to be asked again. */
  retryAfter: Instant | null;
}

/** What one request came to. */
export type Fetched =
  | (Answer & {
      outcome: 'fetched';
      url: string;
      text: string;
      charset: string;
      contentType: string;
      validators: Validators;
      maxAgeSeconds: number | null;
    })
  | (Answer & { outcome: 'unchanged'; validators: Validators; maxAgeSeconds: number | null })
  | (Omit<Answer, 'status'> & { outcome: 'failed'; status: number | null; error: string });

const LIMITS = { timeoutMs: 30_000, maxBytes: 10 * 1024 * 1024, maxRedirects: 5 };
const ACCEPT = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, */*;q=0.5',
};
const USER_AGENT = 'wic-tracker/0.1';

/** One GET with the validators as received. Never throws for what the other side does: failures are results. */
export async function conditionalGet(
  http: OutboundHttp,
  wanted: { url: string; as: 'feed' | 'page'; validators: Validators },
  now: Instant,
): Promise<Fetched> {
  const headers: Record<string, string> = { accept: ACCEPT[wanted.as], 'user-agent': USER_AGENT };
  if (wanted.validators.etag !== null) headers['if-none-match'] = wanted.validators.etag;
  if (wanted.validators.lastModified !== null) headers['if-modified-since'] = wanted.validators.lastModified;
  try {
    return answered(await http.request({ url: wanted.url, headers, ...LIMITS }), wanted.validators, now);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return {
      outcome: 'failed',
      status: null,
      error: failureInWords(error),
      bytes: 0,
      redirects: [],
      retryAfter: null,
    };
  }
}

function answered(response: OutboundResponse, sent: Validators, now: Instant): Fetched {
  const answer: Answer = {
    status: response.status,
    bytes: response.body.length,
    redirects: response.redirects,
    retryAfter: retryAfter(response.headers['retry-after'], now),
  };
  const maxAgeSeconds = maxAge(response.headers['cache-control']);
  if (response.status === 304 && sent.etag === null && sent.lastModified === null)
    return { ...answer, outcome: 'failed', error: statusInWords(304) };
  if (response.status === 304) {
    const validators = { ...sent, ...present(validatorsOf(response)) };
    return { ...answer, outcome: 'unchanged', validators, maxAgeSeconds };
  }
  if (response.status < 200 || response.status > 299)
    return { ...answer, outcome: 'failed', error: statusInWords(response.status) };
  const contentType = response.headers['content-type'] ?? '';
  const { text, charset } = decodeBody(response.body, contentType);
  const validators = validatorsOf(response);
  return {
    ...answer,
    outcome: 'fetched',
    url: response.url,
    text,
    charset,
    contentType,
    validators,
    maxAgeSeconds,
  };
}

function validatorsOf({ headers }: OutboundResponse): Validators {
  return { etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null };
}

function present(validators: Validators): Partial<Validators> {
  return Object.fromEntries(Object.entries(validators).filter(([, value]) => value !== null));
}
