/** What a webhook that names no types is not sent: further coverage of what is known. */
const NOT_BY_DEFAULT = 'announcement.covered';

/** Whether a public type is among those asked for; `announcement.*` asks for every type of that family. */
export function typeAsked(types: readonly string[], type: string): boolean {
  return types.some((asked) => (asked.endsWith('.*') ? type.startsWith(asked.slice(0, -1)) : asked === type));
}

/** What a webhook that names no types is sent: every `announcement.*` but covered. */
export function typeByDefault(type: string): boolean {
  return type.startsWith('announcement.') && type !== NOT_BY_DEFAULT;
}
