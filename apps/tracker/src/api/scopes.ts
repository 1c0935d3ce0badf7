import { grants } from '#platform';
import type { EventScope } from '#projections';
import type { Authenticated } from '../http/auth.guard.js';

/** Which events of the log a request may see. */
export function eventScopes({ holder }: Authenticated): EventScope[] {
  const held = holder?.scopes ?? [];
  return ['public', ...(['webhooks:read', 'admin'] as const).filter((scope) => grants(held, scope))];
}
