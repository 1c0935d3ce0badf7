import type { Instant } from '#domain';
import type { Fetched } from '../fetch/conditional-get.js';
import { registrableDomain } from '../fetch/registrable-domain.js';
import type { DomainPause } from '../schedule/domain-pauses.js';

/** Without Retry-After. */
const PAUSE_MS = 15 * 60_000;

/** How long the domain that answered asks to be left alone (429, 503); null where it does not. */
export function pauseOf(url: string, fetched: Fetched, now: Instant): DomainPause | null {
  if (fetched.status !== 429 && fetched.status !== 503) return null;
  const until = fetched.retryAfter ?? new Date(Date.parse(now) + PAUSE_MS).toISOString();
  return { domain: registrableDomain(fetched.redirects.at(-1)?.to ?? url), until };
}
