import jschardet from 'jschardet';

/** How a body's characters were decoded, and by what it was decided. */
export interface Decoded {
  text: string;
  charset: string;
  by: 'bom' | 'header' | 'declaration' | 'strict' | 'detection';
}

/** Byte order marks, and the `<` by which UTF-16 and UTF-32 without one are told; the longer before the shorter. */
const MARKS = [
  ['0000feff', 'utf-32be'],
  ['fffe0000', 'utf-32le'],
  ['0000003c', 'utf-32be'],
  ['3c000000', 'utf-32le'],
  ['efbbbf', 'utf-8'],
  ['feff', 'utf-16be'],
  ['fffe', 'utf-16le'],
  ['003c', 'utf-16be'],
  ['3c00', 'utf-16le'],
] as const;
/** What the detector calls charsets that the decoder knows by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  CP949: 'euc-kr',
  CP932: 'shift_jis',
  CP874: 'windows-874',
};
const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
const DECLARED = [
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i,
  /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i,
];
/** How much of a body is looked at for a declaration, and for detection: detection alone is not linear-cheap. */
const HEAD = 4096;
const SAMPLE = 65_536;

/**
 * Decodes by byte order mark, then header, then declaration, then strict UTF-8, then detection. A label that the bytes
 * contradict is passed over: UTF-8 that is none, and another charset for what can only be UTF-8.
 */
export function decodeBody(body: Uint8Array, contentType: string | undefined): Decoded {
  const mark = markOf(body);
  if (mark) return decoded(body, mark, 'bom');
  const nature = utf8Nature(body);
  const labels = [
    ['header', labelOf(CHARSET.exec(contentType ?? '')?.[1])],
    ['declaration', declaredIn(body)],
  ] as const;
  for (const [by, label] of labels) if (label && agrees(label, nature)) return decoded(body, label, by);
  if (nature !== 'other') return decoded(body, 'utf-8', isUtf8(body) ? 'strict' : 'detection');
  return decoded(body, detect(body) ?? 'windows-1252', 'detection');
}

/** Whether bytes must be UTF-8, may be it, or are something else. */
type Utf8Nature = 'surely' | 'maybe' | 'other';

function agrees(charset: string, nature: Utf8Nature): boolean {
  return charset === 'utf-8' ? nature !== 'other' : nature !== 'surely';
}

/**
 * Three-byte sequences that are all right do not come about by chance. A few bad bytes among many good sequences are
 * characters cut apart by whoever shortened a text.
 */
function utf8Nature(body: Uint8Array): Utf8Nature {
  const head = Buffer.from(body.subarray(0, SAMPLE)).toString('latin1');
  const long = head.match(/[\xe1-\xef][\x80-\xbf]{2}/g)?.length ?? 0;
  if (isUtf8(body)) return long >= 2 ? 'surely' : 'maybe';
  const wrong = new TextDecoder().decode(body).split('\ufffd').length - 1;
  const short = head.match(/[\xc2-\xdf][\x80-\xbf]/g)?.length ?? 0;
  return long + short > wrong * 20 ? 'maybe' : 'other';
}

function markOf(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 4)).toString('hex');
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
  return labelOf(ALIASES[encoding ?? ''] ?? encoding ?? undefined);
}

function decoded(body: Uint8Array, charset: string, by: Decoded['by']): Decoded {
  const text = charset.startsWith('utf-32')
    ? decodeUtf32(body, charset === 'utf-32le')
    : decode(body, charset);
  return { text, charset, by };
}

function decode(body: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(body);
}

/** The platform has no decoder for it. */
function decodeUtf32(body: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= body.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code !== 0xfeff) parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
