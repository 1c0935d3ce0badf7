import { afterAll, describe, expect, it } from '@jest/globals';
import { NotAFeedError } from './feed.js';
import { parseFeed } from './parse-feed.js';
import { ParserError, ParserThread } from './parser-thread.js';

const parsers = new ParserThread();
afterAll(() => parsers.close());

/** How many mutations are tried; more by hand with HOSTILE_INPUTS. */
const INPUTS = Number(process.env['HOSTILE_INPUTS'] ?? 400);
const SEEDS = [
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>http://e.org/</link>' +
    [1, 2, 3].map((n) => `<item><title>Item ${n}</title><link>http://e.org/${n}</link><guid>g${n}</guid><dc:date>2023-06-15</dc:date><description><![CDATA[<p>A &amp; B</p>]]></description></item>`).join('') +
    '</channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://e.org/"><title type="html">T</title>' +
    [1, 2].map((n) => `<entry><id>i${n}</id><title>E</title><link href="/${n}"/><updated>2023-06-15T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry>`).join('') +
    '</feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="u"><title>R</title></channel><item rdf:about="1"><title>I</title><link>http://e.org/1</link></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"/j","content_html":"<p>x</p>"},{"id":2,"title":null}]}',
]; // prettier-ignore
const BITS = [
  '<', '>', '&', '"', "'", '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>', '&a;', '&#0;', '&#x110000;',
  '\u0000', '\ufffe', '\ud800', '<item>', '</item>', '</channel>', '<entry>', '<rss>', ' xmlns:', '=', '<__proto__>', '<constructor>', '<title/>', '<link/>', '世界',
  '<toString>x</toString>', '<channel><channel>', '{', '}', '[', ',', '<a:b:c>', '<content type="xhtml">', '<item'.repeat(50), '&amp'.repeat(50), '<p>'.repeat(200),
]; // prettier-ignore

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

function mutated(seed: number): string {
  const next = numbers(seed);
  let text = SEEDS[next(SEEDS.length)] ?? '';
  for (let change = next(4) + 1; change > 0; change--) {
    const at = next(text.length + 1);
    const length = next(40);
    const kind = next(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 1) text = text.slice(0, at) + (BITS[next(BITS.length)] ?? '') + text.slice(at);
    else if (kind === 2) text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    else text = text.slice(0, Math.max(at, 20));
  }
  return text;
}

/** Whether an XML document still holds a whole item somewhere. */
function holdsItem(text: string): boolean {
  return /<(item|entry)[\s>][^]*?<\/\1>/.test(text) && !text.trimStart().startsWith('{');
}

/** How many entries are read; null for what is refused in a way that is foreseen. Anything else is thrown. */
async function entriesOf(text: string): Promise<number | null> {
  try {
    const { entries } = await parseFeed(text, 'http://e.org/feed', parsers);
    for (const entry of entries) expect(typeof entry.text).toBe('string');
    return entries.length;
  } catch (error) {
    const slow = (error as Error).message.includes('took more than');
    if (!slow && (error instanceof NotAFeedError || error instanceof ParserError)) return null;
    throw new Error(`On ${JSON.stringify(text)}`, { cause: error });
  }
}

describe('parseFeed', () => {
  it(`survives ${INPUTS} broken documents without crash or hang and reads what is left`, async () => {
    const count = { whole: 0, read: 0 };
    for (let seed = 1; seed <= INPUTS; seed++) {
      const text = mutated(seed);
      const read = await entriesOf(text);
      if (!holdsItem(text)) continue;
      count.whole += 1;
      if (read !== null && read > 0) count.read += 1;
    }
    expect(count.read / count.whole).toBeGreaterThan(0.95);
  });
});
