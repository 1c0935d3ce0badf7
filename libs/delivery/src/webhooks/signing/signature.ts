import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A signing secret; `until` is when it stops signing (ISO), null for the current one. */
export interface SigningSecret {
  secret: string;
  until: string | null;
}

/** A new secret as Standard Webhooks writes them: `whsec_` and base64 of 32 random bytes. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/** The secrets that sign at a moment: during a rotation's overlap the old one too. */
export function liveSecrets(secrets: readonly SigningSecret[], now: Date): string[] {
  return secrets
    .filter(({ until }) => until === null || Date.parse(until) > now.getTime())
    .map((s) => s.secret);
}

/**
 * Standard Webhooks signature: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`, one for each secret,
 * space-separated. `timestamp` in seconds; `body` exactly as sent.
 */
export function sign(
  secrets: readonly string[],
  id: string,
  timestamp: number,
  body: string | Buffer,
): string {
  return secrets.map((secret) => `v1,${hmac(secret, `${id}.${timestamp}.`, body)}`).join(' ');
}

function hmac(secret: string, head: string, body: string | Buffer): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(head).update(body).digest('base64');
}
