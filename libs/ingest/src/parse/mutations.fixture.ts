/** A small generator of numbers that gives the same ones in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Next = ReturnType<typeof numbers>;

const ITEMS = [1, 2, 3];
const SEEDS = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>http://e.org/</link>${ITEMS.map((n) => `<item><title>Item ${n} 乌镇</title><link>http://e.org/${n}</link><guid>g${n}</guid><dc:date>2023-06-15</dc:date><description><![CDATA[<p>A &amp; <a href="/b">B</a></p>]]></description></item>`).join('')}</channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://e.org/"><title type="html">T</title>${ITEMS.map((n) => `<entry><id>i${n}</id><title>E</title><link href="/${n}"/><updated>2023-06-15T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry>`).join('')}</feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="u"><title>R</title></channel>${ITEMS.map((n) => `<item rdf:about="${n}"><title>I</title><link>http://e.org/${n}</link></item>`).join('')}</rdf:RDF>`,
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${ITEMS.map((n) => `<entry><id>${n}</id><title mode="base64">RQ==</title><summary type="text/html" mode="escaped">&lt;b&gt;s&lt;/b&gt;</summary></entry>`).join('')}</feed>`,
  '<CHANNEL HREF="http://e.org/"><TITLE>C</TITLE><ITEM HREF="/1"><TITLE>I</TITLE></ITEM><ITEM HREF="/2"/></CHANNEL>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"/j","content_html":"<p>x</p>"},{"id":2,"title":null}]}',
] as const;
const BITS = [
  '<', '>', '&', '"', "'", '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>', '&a;', '&#0;', '&#x110000;',
  '\u0000', '\ufffe', '\ud800', '<item>', '</item>', '</channel>', '<entry>', '<rss>', ' xmlns:', '=', '<__proto__>', '<constructor>', '<title/>', '<link/>', '世界',
  '<toString>x</toString>', '<channel><channel>', '{', '}', '[', ',', '<a:b:c>', '<content type="xhtml">', '<item'.repeat(50), '&amp'.repeat(50), '<p>'.repeat(200),
  '<script>x()</script>', '<img src=x onerror=x()>', '<a href="javascript:x()">', ' onclick="x()"', '<style>', '<svg/onload=x()>', '&lt;script&gt;x()&lt;/script&gt;',
] as const; // prettier-ignore
const CHARSETS = ['gbk', 'big5', 'utf-16', 'iso-8859-1', 'shift_jis', 'x-none', 'utf-32', 'utf-7'] as const;

function pick<Value>(next: Next, values: readonly Value[]): Value {
  return values[next(values.length)]!;
}

/** What can be done to a document's text. */
const EDITS: readonly ((text: string, next: Next) => string)[] = [
  (text, next) => cut(text, next(text.length + 1), next(40)),
  (text, next) => insert(text, next, pick(next, BITS)),
  (text, next) => insert(text, next, text.slice(next(text.length + 1)).slice(0, next(200))),
  (text, next) => text.slice(0, Math.max(next(text.length + 1), 20)),
  (text, next) => withoutTag(text, next),
  (text, next) => text.replace(/<(\w+)>/, (tag) => tag.repeat(next(20) + 1)),
  (text, next) => insert(text, next, '<div>'.repeat(next(5_000))),
  (text, next) => insert(text, next, `<x a="${'y'.repeat(next(50_000))}"${next(2) ? '>' : ''}`),
  (text, next) => `<!DOCTYPE r [${bomb(next(8) + 2)}]>${insert(text, next, '&e9;&e3;&e1;')}`,
  (text, next) => text.replace(/encoding="[^"]*"/, `encoding="${pick(next, CHARSETS)}"`),
  (text, next) => text.slice(0, next(text.length + 1)) + pick(next, SEEDS).slice(next(100)),
  (text, next) => text.replaceAll(pick(next, ['"', '>', '</', 'item', 'entry', '=', ' ']), pick(next, BITS)),
  (text, next) => pick(next, ['<html><body>', '\ufeff', '\n\n', 'Warning: x\n', '{']) + text,
];

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function insert(text: string, next: Next, piece: string): string {
  const at = next(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function withoutTag(text: string, next: Next): string {
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[next(Math.max(tags.length, 1))];
  return tag === undefined ? text : cut(text, tag.index, tag[0].length);
}

/** Entities that would be a billion times as long. */
function bomb(levels: number): string {
  const declared = Array.from(
    { length: levels },
    (_, n) => `<!ENTITY e${n + 1} "${n === 0 ? 'lol' : `&e${n};`.repeat(10)}">`,
  );
  return declared.join('');
}

/** What can be done to a document's bytes. */
const DAMAGES: readonly ((bytes: Buffer, next: Next) => Buffer)[] = [
  (bytes) => bytes,
  (bytes) => bytes,
  (bytes, next) => flipped(bytes, next, 1),
  (bytes, next) => flipped(bytes, next, 30),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes, next) => Buffer.concat([bytes, Buffer.from(Array.from({ length: next(300) }, () => next(256)))]),
];

function flipped(bytes: Buffer, next: Next, times: number): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = 0; n < times && changed.length > 0; n++) {
    const at = next(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
  }
  return changed;
}

/** A feed broken in up to five ways; the same seed gives the same one. */
export function mutation(seed: number): Buffer {
  const next = numbers(seed);
  if (next(50) === 0) return Buffer.from(Array.from({ length: next(5_000) }, () => next(256)));
  let text: string = pick(next, SEEDS);
  for (let edits = next(4) + 1; edits > 0; edits--) text = pick(next, EDITS)(text, next).slice(0, 400_000);
  return pick(next, DAMAGES)(Buffer.from(text), next);
}
