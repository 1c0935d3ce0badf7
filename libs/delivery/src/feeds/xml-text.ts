/** Characters that XML 1.0 cannot hold, however they are escaped. */

const FORBIDDEN =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that may stand in XML once it is escaped. */
export function xmlText(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD');
}
