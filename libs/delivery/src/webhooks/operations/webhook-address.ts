import { BlockList, isIP } from 'node:net';
import { DomainError, type WebhookFormat } from '#domain';
import { OutboundError, type OutboundHttp } from '#platform';

/** Loopback and private networks, where an operator who allowed them may go without TLS. */
const INNER = new BlockList();
INNER.addSubnet('127.0.0.0', 8, 'ipv4');
INNER.addSubnet('10.0.0.0', 8, 'ipv4');
INNER.addSubnet('172.16.0.0', 12, 'ipv4');
INNER.addSubnet('192.168.0.0', 16, 'ipv4');
INNER.addAddress('::1', 'ipv6');
INNER.addSubnet('fc00::', 7, 'ipv6');

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
const HEADER_VALUE = /^[\t\x20-\x7e]{0,2000}$/;
const OURS =
  /^(webhook-.*|host|content-.*|connection|transfer-encoding|upgrade|expect|te|trailer|proxy-.*|keep-alive)$/i;

/** The address as it will be requested. Throws DomainError `invalid` at `/url` with what to do about it. */
export async function checkedAddress(outbound: OutboundHttp, given: string): Promise<string> {
  const url = URL.canParse(given) ? new URL(given) : refuse('This is not an absolute URL.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    refuse('Only https addresses can be delivered to.');
  if (url.username || url.password)
    refuse('Give credentials as a header (headers: {"authorization": …}), not within the address.');
  if (url.protocol === 'http:' && !isInner(url.hostname))
    refuse('Use https: without TLS only private addresses that the operator allows can be delivered to.');
  url.hash = '';
  try {
    await outbound.check(url.href);
  } catch (error) {
    if (error instanceof OutboundError) refuse(error.message);
    throw error;
  }
  return url.href;
}

/** Throws DomainError `invalid` for headers that cannot be sent or that deliveries set themselves. */
export function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    const pointer = `/headers/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!HEADER_NAME.test(name)) throw new DomainError('invalid', 'This is not a name of a header.', pointer);
    if (OURS.test(name)) throw new DomainError('invalid', 'Deliveries set this header themselves.', pointer);
    if (!HEADER_VALUE.test(value))
      throw new DomainError('invalid', 'A header holds at most 2,000 printable ASCII characters.', pointer);
  }
  return headers;
}

/** The address without what may be a secret: no query, no long or mixed segment; for chat services no path. */
export function displayUrlOf(href: string, format: WebhookFormat): string {
  const { origin, pathname } = new URL(href);
  if (format !== 'standard' && format !== 'cloudevents') return `${origin}/…`;
  const segments = pathname.split('/').map((segment) => (looksSecret(segment) ? '…' : segment));
  return origin + segments.join('/');
}

/** Whether a segment of a path may be a credential: long, or letters and digits mixed. */
export function looksSecret(segment: string): boolean {
  return segment.length >= 24 || (segment.length >= 12 && /\d/.test(segment) && /[A-Za-z]/.test(segment));
}

function isInner(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family === 0) return host === 'localhost' || host.endsWith('.localhost');
  return INNER.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

function refuse(why: string): never {
  throw new DomainError('invalid', why, '/url');
}
