import { isIP } from 'node:net';
import { OutboundError } from './outbound-http.port.js';
import type { AddressRule } from './public-address.rule.js';

/** The parsed address of a request or a hop; throws OutboundError `invalid_url` or `blocked` (a literal). */
export function requestUrl(text: string, rule: AddressRule): URL {
  const url = parsed(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OutboundError(
      'invalid_url',
      `Only http: and https: addresses are requested, not ${url.protocol}`,
    );
  if (url.username !== '' || url.password !== '')
    throw new OutboundError(
      'invalid_url',
      'User and password in an address are not sent. Give them in a header instead (Authorization).',
    );
  const host = bareHost(url);
  if (isIP(host) !== 0 && !rule.permits(host)) throw blocked(url);
  return url;
}

/** The host as the URL parser canonicalised it, without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The one answer for everything refused: it names the host as it was given, never what it resolved to. */
export function blocked(url: { host: string }): OutboundError {
  return new OutboundError(
    'blocked',
    `${url.host} is not a public address. If this program may reach it, add its range to OUTBOUND_ALLOW.`,
  );
}

function parsed(text: string): URL {
  try {
    return new URL(text);
  } catch (error) {
    throw new OutboundError('invalid_url', 'This is not a valid address (http://… or https://…).', {
      cause: error,
    });
  }
}
