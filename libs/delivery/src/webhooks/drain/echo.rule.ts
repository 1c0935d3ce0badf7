import type { EndpointSecrets } from '../endpoint.js';
import { looksSecret } from '../operations/webhook-address.js';

/** Anything shorter is no secret, or stands in every other answer. */
const SHORTEST = 8;
const BLANKED = '[secret]';

const known = new WeakMap<EndpointSecrets, string[]>();

/** What a receiver could tell back of what it was sent in confidence. */
export function confidential(secrets: EndpointSecrets): string[] {
  let texts = known.get(secrets);
  if (texts === undefined) known.set(secrets, (texts = textsOf(secrets)));
  return texts;
}

function textsOf({ url, headers, chatSecret, signing }: EndpointSecrets): string[] {
  const { pathname, searchParams } = new URL(url);
  const credentials = Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]);
  const address = [...pathname.split('/').filter(looksSecret), ...searchParams.values()];
  const all = [...address, ...credentials, ...signing.map(({ secret }) => secret), chatSecret ?? ''];
  return all.filter((text) => text.length >= SHORTEST);
}

/** A text of the receiver without them: answers are kept and shown to whoever may read webhooks. */
export function blanked(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) if (shown.includes(secret)) shown = shown.replaceAll(secret, BLANKED);
  return shown;
}
