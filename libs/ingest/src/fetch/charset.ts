import jschardet from 'jschardet';

/** How a body's characters were decoded, and by what it was decided. */
export interface Decoded {
  text: string;
  charset: string;
  by: 'bom' | 'header' | 'declaration' | 'strict' | 'detection';
}

/** Byte order marks, and the `<` by which UTF-16 without one is told. */
const MARKS = [
  ['efbbbf', 'utf-8'],
  ['feff', 'utf-16be'],
  ['fffe', 'utf-16le'],
  ['003c', 'utf-16be'],
  ['3c00', 'utf-16le'],
] as const;
const DECLARED = [
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i,
  /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i,
];
/** How much of a body is looked at for a declaration, and for detection: detection alone is not linear-cheap. */
const HEAD = 4096;
const SAMPLE = 65_536;

/** Decodes by byte order mark, then header, then declaration, then strict UTF-8, then detection. */
export function decodeBody(body: Uint8Array, contentType: string | undefined): Decoded {
  const mark = markOf(body);
  if (mark) return decoded(body, mark, 'bom');
  const header = labelOf(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  if (header && agrees(body, header)) return decoded(body, header, 'header');
  const declared = declaredIn(body);
  if (declared && agrees(body, declared)) return decoded(body, declared, 'declaration');
  if (isUtf8(body)) return decoded(body, 'utf-8', 'strict');
  return decoded(body, detect(body) ?? 'windows-1252', 'detection');
}

/** A label that promises UTF-8 over bytes that are not is believed less than the bytes. */
function agrees(body: Uint8Array, charset: string): boolean {
  return charset !== 'utf-8' || isUtf8(body);
}

function markOf(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 3)).toString('hex');
  return MARKS.find(([mark]) => head.startsWith(mark))?.[1] ?? null;
}

function declaredIn(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, HEAD)).toString('latin1');
  for (const pattern of DECLARED) {
    const label = labelOf(pattern.exec(head)?.[1]);
    if (label && !label.startsWith('utf-16')) return label; // readable as ASCII: it cannot be UTF-16
  }
  return null;
}

/** Chinese pages label GBK as GB2312 as a rule: the superset reads both. */
function labelOf(label: string | undefined): string | null {
  if (!label) return null;
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return null;
  }
}

function isUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(withoutCutTail(body));
    return true;
  } catch {
    return false;
  }
}

/** A body cut in the middle of a character is still UTF-8. */
function withoutCutTail(body: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= body.length; back++) {
    const byte = body[body.length - back] ?? 0;
    if (byte >= 0xc0) return body.subarray(0, body.length - back);
    if (byte < 0x80) break;
  }
  return body;
}

function detect(body: Uint8Array): string | null {
  const { encoding } = jschardet.detect(Buffer.from(body.subarray(0, SAMPLE)));
  return labelOf(encoding ?? undefined);
}

function decoded(body: Uint8Array, charset: string, by: Decoded['by']): Decoded {
  return { text: new TextDecoder(charset).decode(body), charset, by };
}
