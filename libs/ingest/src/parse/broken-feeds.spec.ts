import { afterAll, describe, expect, it } from '@jest/globals';
import { parseFeed } from './parse-feed.js';
import { readMarkup } from './read-markup.js';
import { ParserThread } from './parser-thread.js';

const parsers = new ParserThread();
afterAll(() => parsers.close());
const read = (text: string) => parseFeed(text, 'https://news.example.org/feed', parsers);
const titles = async (text: string) => (await read(text)).entries.map(({ title }) => title);
const item = (n: number, more = '') => `<item><title>I${n}</title>${more}</item>`;
const rss = (...items: string[]) => `<rss><channel>${items.join('')}</channel></rss>`;

describe('broken feeds', () => {
  it.each([
    ['a quote never closed', rss(item(1, '<enclosure url="x>'), item(2, '<guid isPermaLink="false">g</guid>'))],
    ['a section never closed', rss(item(1, '<description><![CDATA[x</description>'), item(2))],
    ['a comment never closed', rss(item(1, '<!-- x '), item(2))],
    ['a picture of the item never closed', rss(item(1, '<image><url>u</url>'), item(2))],
    ['a second root', `<rss><rss><channel>${item(1)}${item(2)}</channel></rss></rss>`],
    ['no root', item(1) + item(2)],
    ['no channel', `<rss>${item(1)}${item(2)}</rss>`],
    ['a channel closed too early', `<rss><channel><title>T</title></channel>${item(1)}${item(2)}</rss>`],
    ['a page around it', `<!doctype html><html><body><div>${rss(item(1), item(2))}</div></body></html>`],
    ['escaping of the whole', rss(item(1), item(2)).replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['PHP warnings before it', `<br />\n<b>Warning</b>: x in y\n${rss(item(1), item(2))}`],
    ['titles never closed', '<rss><channel><item><title>I1<link>/1</link></item><item><title>I2<link>/2</link></item>'
      + '</channel></rss>'],
  ])('loses nothing to %s', async (_, text) => {
    expect(await titles(text)).toEqual(['I1', 'I2']);
  }); // prettier-ignore

  it('does not take for a feed what a page only quotes', async () => {
    await expect(read(`<html><script>"${rss(item(1))}"</script></html>`)).rejects.toThrow('not a feed');
    await expect(
      read(`<html><!-- ${rss(item(1))} --><svg><rdf:RDF></rdf:RDF></svg></html>`),
    ).rejects.toThrow();
  });

  it('reads entities of every kind as the characters meant', async () => {
    const text = `<!DOCTYPE rss [<!ENTITY wic "the WIC"> <!ENTITY bomb "&wic;&wic;">]>${rss(
      '<item><title>&wic;: &mdash; &#8212; &#x2014; &#151; R&D &amp;amp; A&amp;B &unknown; &bomb;</title></item>',
    )}`;
    expect(await titles(text)).toEqual(['the WIC: — — — — R&D & A&B &unknown; &bomb;']);
  });

  it('reads windows-1252 characters that were passed off as controls', async () => {
    expect(await titles(rss('<item><title>It\u0092s \u0093on\u0094</title></item>'))).toEqual(['It’s “on”']);
  });

  it('does not grow a document beyond a bound', async () => {
    const dtd = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>`;
    const { entries } = await read(
      dtd + rss(`<item><description>${'&a;'.repeat(100_000)}</description></item>`),
    );
    expect(entries[0]?.text.length).toBeLessThan(700_000);
  });

  it('gives up a document that takes too long', async () => {
    await expect(readMarkup(rss(item(1).repeat(20_000)), 'https://news.example.org/', 0)).rejects.toThrow(
      'more than 0 ms',
    );
  });

  it('lets others run while it reads a long document', async () => {
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    turn();
    const before = turns;
    const { items } = await readMarkup(rss(item(1).repeat(20_000)), 'https://news.example.org/', 60_000);
    reading = false;
    expect(items).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(before);
  });

  it.each([
    ['titles never closed', '<title>'],
    ['nested sources', '<source>'],
    ['links', '<link'],
    ['items', '<item><title>'],
    ['end tags', '</x>'],
    ['attributes', '<a b="'],
    ['bases', '<item xml:base="a/">'],
    ['declarations', '<!DOCTYPE x [<!ENTITY a "b">'],
  ])('stays linear over a great many %s', async (_, piece) => {
    const text = `<rss><channel>${piece.repeat(Math.ceil(300_000 / piece.length))}`;
    const started = performance.now();
    await read(text).catch(() => null);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
