/** What an XML-to-object parser gives for an element: a text, or text with attributes and children. */
export type XmlValue = string | { _?: unknown; $?: Record<string, unknown>; [child: string]: unknown };

/** Every occurrence of an element; whatever is neither text nor element is dropped. */
export function elements(value: unknown): XmlValue[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((one): one is XmlValue => typeof one === 'string' || isObject(one));
}

/** The text of an element, its children's included; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return firstOf(value, textOf);
  if (!isObject(value)) return typeof value === 'number' ? String(value) : null;
  if (typeof value['_'] === 'string' && value['_'].trim() !== '') return value['_'].trim();
  const children = Object.entries(value).filter(([name]) => name !== '$' && name !== '_');
  const parts = children.flatMap(([, child]) => elements(child).map(textOf));
  return parts.filter((part) => part !== null).join(' ') || null;
}

/** An attribute of an element, or null. */
export function attributeOf(value: unknown, name: string): string | null {
  const attributes = isObject(value) ? value['$'] : undefined;
  const found = isObject(attributes) ? attributes[name] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
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
