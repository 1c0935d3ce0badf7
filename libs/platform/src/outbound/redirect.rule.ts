import { OutboundError, type OutboundRequest } from './outbound-http.port.js';

/** What goes over the wire in one hop. */
export interface Hop {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Ours to decide: the connection's own framing and the name the address was checked for. */
const NOT_THE_CALLERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'keep-alive',
  'expect',
]);
/** All that may follow to another origin; anything else could be a credential under a private name. */
const FOLLOWS = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'if-modified-since',
  'if-none-match',
  'user-agent',
]);

/** The first hop of a request. */
export function firstHop(request: OutboundRequest, url: URL, defaults: Record<string, string>): Hop {
  const headers = { ...defaults };
  for (const [given, value] of Object.entries(request.headers ?? {})) {
    const name = given.toLowerCase();
    if (!NOT_THE_CALLERS.has(name)) headers[name] = value;
  }
  return { method: request.method ?? 'GET', url, headers, body: request.body };
}

/** Where an answer sends us, unparsed, or null when it is no redirect. */
export function redirectTarget(status: number, location: string | undefined): string | null {
  return REDIRECTS.has(status) && location !== undefined ? location : null;
}

/** The redirect's target as an absolute address; throws OutboundError `redirects` when it is none. */
export function resolved(location: string, from: URL): string {
  try {
    return new URL(location, from).href;
  } catch (error) {
    throw new OutboundError('redirects', `${from.host} redirects to something that is no address.`, {
      cause: error,
    });
  }
}

/** The hop after a redirect (RFC 9110 §15.4): a POST turns into a GET on 301, 302 and 303, as in browsers. */
export function nextHop(hop: Hop, status: number, url: URL): Hop {
  const keepsBody = hop.method === 'GET' || status === 307 || status === 308;
  const followed = Object.entries(hop.headers).filter(
    ([name]) =>
      (url.origin === hop.url.origin || FOLLOWS.has(name)) && (keepsBody || name !== 'content-type'),
  );
  return {
    method: keepsBody ? hop.method : 'GET',
    url,
    headers: Object.fromEntries(followed),
    body: keepsBody ? hop.body : undefined,
  };
}
