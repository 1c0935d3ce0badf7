import { afterAll, describe, expect, it } from '@jest/globals';
import { parseFeed } from './parse-feed.js';
import { ParserThread } from './parser-thread.js';

const FEED = 'https://news.example.org/wic/feed.xml';
const parsers = new ParserThread();
afterAll(() => parsers.close());
const read = (text: string) => parseFeed(text, FEED, parsers);
const first = async (text: string) => (await read(text)).entries[0];
const rss = (item: string, more = '') => `<rss ${more}><channel><item>${item}</item></channel></rss>`;
const atom = (entry: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${more}><entry>${entry}</entry></feed>`;
const atom03 = (entry: string) =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;

describe('formats', () => {
  it('reads CDF, whose items say things in attributes', async () => {
    const feed = await read(
      '<CHANNEL HREF="https://s.example/" BASE="https://s.example/a/"><TITLE>T</TITLE><ITEM HREF="b.htm" LASTMOD="2024-11-19"><TITLE>I</TITLE><ABSTRACT>x</ABSTRACT></ITEM></CHANNEL>',
    );
    expect(feed).toMatchObject({ title: 'T', siteUrl: 'https://s.example/' });
    expect(feed.entries[0]).toMatchObject({
      link: 'https://s.example/a/b.htm',
      title: 'I',
      text: 'x',
      updatedRaw: '2024-11-19',
    });
  });

  it.each([
    ['escaped', '<content type="text/html" mode="escaped">&lt;b&gt;a&lt;/b&gt;</content>'],
    ['base64', '<content type="text/html" mode="base64">PGI+YTwvYj4=</content>'],
    ['xml', '<content type="application/xhtml+xml" mode="xml"><b>a</b></content>'],
  ])('reads Atom 0.3 in mode %s', async (_, content) => {
    expect(await first(atom03(content))).toMatchObject({ html: '<b>a</b>', text: 'a' });
  });

  it('takes characters of plain text for themselves, in titles and contents', async () => {
    const entry = await first(
      atom('<title>Use &lt;b&gt;</title><content type="text">a &lt;p&gt; b</content>'),
    );
    expect(entry).toMatchObject({ title: 'Use <b>', html: 'a &lt;p&gt; b', text: 'a <p> b' });
  });

  it('takes the div off xhtml, prefixed or not', async () => {
    const content =
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a</h:p></h:div></content>';
    expect((await first(atom(content)))?.html).toBe('<p>a</p>');
  });

  it('resolves links of items and within contents against every base on the way', async () => {
    const entry = await first(
      atom(
        '<id>/i</id><link href="l"/><summary type="html">&lt;a href="s"&gt;s&lt;/a&gt;</summary>' +
          '<content type="html" xml:base="deeper/">&lt;img src="c"&gt;</content>',
        'xml:base="https://base.example/one/"',
      ),
    );
    expect(entry).toMatchObject({
      guid: 'https://base.example/i',
      link: 'https://base.example/one/l',
      summary: '<a href="https://base.example/one/s">s</a>',
      html: '<img src="https://base.example/one/deeper/c" />',
    });
  });

  it('resolves against the feed where no base is, and ignores a base that is none', async () => {
    const item = '<link>../a</link><description>&lt;a href="b"&gt;b&lt;/a&gt;</description>';
    for (const more of ['', 'xml:base="javascript:x()"'])
      expect(await first(rss(item, more))).toMatchObject({
        link: 'https://news.example.org/a',
        html: '<a href="https://news.example.org/wic/b">b</a>',
      });
  });

  it('tells the page from other links', async () => {
    const links =
      '<link rel="enclosure" href="/x.mp3"/><link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/p"/>';
    expect((await first(atom(links)))?.link).toBe('https://news.example.org/p');
  });

  it('does not take what others say for the item: source, image, contributor', async () => {
    const entry = await first(
      atom(
        '<source><title>Other</title><id>o</id></source><contributor><name>C</name></contributor><id>mine</id><title>Mine</title><author><name>N</name><email>n@e.example</email></author>',
      ),
    );
    expect(entry).toMatchObject({ title: 'Mine', guid: 'mine', author: 'N' });
    const feed = await read(
      '<rss><channel><image><title>Logo</title><link>/l</link></image><title>T</title></channel></rss>',
    );
    expect(feed).toMatchObject({ title: 'T', siteUrl: null });
  });

  it.each([
    ['Wu Zhen (w@e.example)', 'Wu Zhen'],
    ['w@e.example (Wu Zhen)', 'Wu Zhen'],
    ['Wu Zhen <w@e.example>', 'Wu Zhen'],
    ['乌镇', '乌镇'],
  ])('reads the author %p', async (author, name) => {
    expect((await first(rss(`<author>${author.replace('<', '&lt;')}</author>`)))?.author).toBe(name);
  });

  it('knows elements by their namespace, in any case, and languages by xml:lang', async () => {
    const entry = await first(
      '<rss xmlns:Zeit="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel xml:lang="zh_CN"><ITEM><Title>T</Title><Zeit:Date>2024-11-20</Zeit:Date><c:encoded>long</c:encoded><description>short</description></ITEM></channel></rss>',
    );
    expect(entry).toMatchObject({
      title: 'T',
      publishedRaw: '2024-11-20',
      html: 'long',
      summary: 'short',
      lang: 'zh-CN',
    });
  });

  it('reads a video feed: titles and descriptions in media elements', async () => {
    const entry = await first(
      rss('<media:group><media:title>V</media:title><media:description>D</media:description></media:group>'),
    );
    expect(entry).toMatchObject({ title: 'V', text: 'D' });
  });
});
