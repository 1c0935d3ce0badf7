/** What a key may do. `admin` may do everything. */
export const SCOPES = [
  'announcements:read',
  'announcements:write',
  'sources:write',
  'webhooks:read',
  'webhooks:write',
  'admin',
] as const;
export type Scope = (typeof SCOPES)[number];

/** True when the scopes held include the wanted one; `webhooks:write` does not imply `webhooks:read`. */
export function grants(held: readonly Scope[], wanted: Scope): boolean {
  return held.includes('admin') || held.includes(wanted);
}

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}
