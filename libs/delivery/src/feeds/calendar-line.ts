const LINE_BYTES = 75;

/** A TEXT value of RFC 5545 (§3.3.11), without control characters. */
export function textValue(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

    .replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, ' ');
}

/** A content line, folded at 75 bytes (§3.1) but never within a character. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let room = LINE_BYTES;
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      lines.push(line);
      line = ' ';
      room = LINE_BYTES - 1;
    }
    line += character;
    room -= size;
  }
  return [...lines, line].join('\r\n');
}
