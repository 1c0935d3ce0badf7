const SECRET_KEY =
  /secret|password|passwd|authorization|cookie|api-?key|admin-?key|keyring|^token$|accesstoken|^key$/i;
const HIDDEN = '[redacted]';

/** Things that are secret wherever they stand in a text. */
const SECRET_TEXT: [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/gi, `$1:${HIDDEN}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/\bwic_[\w-]{43}(?![\w-])/g, `wic_${HIDDEN}`],
  [/\bwhsec_[\w+/=-]+/g, `whsec_${HIDDEN}`],
];

/** A copy of what is to be logged, without the values of fields that by their name are secret. */
export function hideSecretFields(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Error || depth > 8) return value;
  if (Array.isArray(value)) return value.map((item) => hideSecretFields(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    SECRET_KEY.test(key) && item !== null && item !== undefined ? HIDDEN : hideSecretFields(item, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/** A text without passwords in URLs, credentials of headers, API keys and webhook secrets. */
export function hideSecretText(text: string): string {
  return SECRET_TEXT.reduce((shown, [pattern, replacement]) => shown.replace(pattern, replacement), text);
}
