import { decodeReferences } from './references.js';

const ATTRIBUTE = /([^\s=/>"'<]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const NAME = /^[A-Za-z_][\w.:-]*$/;
/** More than any real tag has. */
const MOST = 100;

/** The attributes of a tag under names in lower case, references decoded; those without value get an empty one. */
export function attributesOf(written: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (!NAME.test(name)) continue;
    if (++count > MOST) break;
    found[name.toLowerCase()] ??= decodeReferences(value.replace(/^(["'])([^]*)\1$/, '$2'));
  }
  return found;
}
