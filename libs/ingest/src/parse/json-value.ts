/** A text, of a string, a number or an object that wraps one (`{value}`); null when there is none. */
export function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return firstOf(value, textOf);
  if (isObject(value)) return textOf(value['value']);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The first result that is not null. */
export function firstOf<In, Out>(values: readonly In[], pick: (value: In) => Out | null): Out | null {
  for (const value of values) {
    const picked = pick(value);
    if (picked !== null) return picked;
  }
  return null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
