const TOLERANCE_SECONDS = 300;

export interface ReceivedWebhook {
  /** Header names in lower case. */
  headers: Record<string, string | undefined>;
  /** The body exactly as received. */
  body: string;
  /** `whsec_…` */
  secret: string;
  /** Seconds since 1970; default: now. */
  now?: number;
}

/**
 * The parsed body of a webhook delivery (Standard Webhooks). Throws when the signature does not fit the body and
 * the secret, or when the delivery is older or newer than five minutes.
 */
export async function verifyWebhook<Body = unknown>({
  headers,
  body,
  secret,
  now = Date.now() / 1000,
}: ReceivedWebhook): Promise<Body> {
  const id = required(headers, 'webhook-id');
  const timestamp = required(headers, 'webhook-timestamp');
  if (!(Math.abs(now - Number(timestamp)) <= TOLERANCE_SECONDS))
    throw new Error('The webhook is too old or from the future.');
  const key = await crypto.subtle.importKey(
    'raw',
    decode(secret.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const part of required(headers, 'webhook-signature').split(' ')) {
    const [version, signature] = part.split(',');
    if (version !== 'v1' || signature === undefined) continue;
    if (await crypto.subtle.verify('HMAC', key, decode(signature), signed)) return JSON.parse(body) as Body;
  }
  throw new Error('The webhook was not signed with this secret.');
}

function required(headers: ReceivedWebhook['headers'], name: string): string {
  const value = headers[name];
  if (value === undefined) throw new Error(`The header ${name} is missing.`);
  return value;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
