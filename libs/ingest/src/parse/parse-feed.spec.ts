import { afterAll, describe, expect, it } from '@jest/globals';
import { NotAFeedError } from './feed.js';
import { parseFeed } from './parse-feed.js';
import { ParserThread } from './parser-thread.js';

const URL_OF_FEED = 'https://news.example.org/wic/feed.xml';
const parsers = new ParserThread();
afterAll(() => parsers.close());

const read = (text: string) => parseFeed(text, URL_OF_FEED, parsers);
const rss = (items: string, attributes = 'version="2.0"') =>
  `<?xml version="1.0"?><rss ${attributes}><channel><title>Wuzhen news</title><link>/</link>${items}</channel></rss>`;
const item = (n: number, more = '') =>
  `<item><title>Item ${n}</title><link>https://news.example.org/${n}</link><guid>g${n}</guid>${more}</item>`;

describe('parseFeed', () => {
  it('reads RSS 2.0', async () => {
    const more =
      '<pubDate>Thu, 15 Jun 2023 08:00:00 +0800</pubDate><description>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</description>';
    const feed = await read(rss(`<ttl>30</ttl>${item(1, more)}`));
    expect(feed).toMatchObject({
      title: 'Wuzhen news',
      siteUrl: 'https://news.example.org/',
      freshSeconds: 1800,
    });
    expect(feed.entries).toEqual([
      {
        guid: 'g1',
        link: 'https://news.example.org/1',
        title: 'Item 1',
        text: 'A\n\nB',
        html: '<p>A</p><p>B</p>',
        summary: null,
        author: null,
        lang: null,
        publishedRaw: 'Thu, 15 Jun 2023 08:00:00 +0800',
        updatedRaw: null,
      },
    ]);
  });

  it('reads Atom with xhtml, resolves links against xml:base, hears of deleted entries', async () => {
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/base/" xmlns:x="http://purl.org/atompub/tombstones/1.0">
        <title>T</title><link/><x:deleted-entry ref="tag:gone" when="2023-06-20T00:00:00Z"/>
        <entry xml:base="sub/"><id>tag:1</id><title type="html">A &amp;amp; B</title><link href="one"/>
          <published>not a date at all</published><updated>2023-06-15T00:00:00Z</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x <b>y</b> z</div></content></entry>
      </feed>`,
    );
    expect(feed.deleted).toEqual(['tag:gone']);
    expect(feed.entries[0]).toMatchObject({
      guid: 'tag:1',
      link: 'https://news.example.org/base/sub/one',
      title: 'A & B',
      text: 'x y z',
      publishedRaw: 'not a date at all',
      updatedRaw: '2023-06-15T00:00:00Z',
    });
  });

  it('reads RDF, Atom under a prefix, and JSON Feed', async () => {
    const rdf = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
       <channel><title>R</title></channel><item rdf:about="u:1"><title>One</title><link>http://e.org/1</link><d:date>2023-06-15</d:date></item></rdf:RDF>`,
    );
    expect(rdf.entries[0]).toMatchObject({ guid: 'u:1', link: 'http://e.org/1', publishedRaw: '2023-06-15' });
    const atom = await read(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>i</a:id><a:title>P</a:title><a:link href="/p"/></a:entry></a:feed>`,
    );
    expect(atom.entries[0]).toMatchObject({ guid: 'i', title: 'P', link: 'https://news.example.org/p' });
    const json = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: '1',
            url: '/j',
            title: 'One',
            content_html: '<p>x</p>',
            date_published: '2023-06-15T00:00:00Z',
          },
        ],
      }),
    );
    expect(json.entries[0]).toMatchObject({ guid: '1', link: 'https://news.example.org/j', text: 'x' });
  });

  it.each([
    ['a bare ampersand', rss(item(1, '<description>R&D & more</description>') + item(2))],
    ['no version', rss(item(1) + item(2), '')],
    ['control characters', rss(item(1, '<description>a\u0000\u0008b</description>') + item(2))],
    ['an undeclared entity', rss(item(1, '<description>a&nbsp;b</description>') + item(2))],
    ['unquoted attributes', rss(item(1, '<enclosure url=x length>') + item(2))],
    ['open HTML', rss(item(1, '<description><p>a<br>b</description>') + item(2))],
    ['an empty guid and an empty link', rss(item(1, '<guid/><link/>') + item(2))],
    ['items never closed', rss(item(1).replace('</item>', '') + item(2).replace('</item>', ''))],
    ['text before the document', `warning: something\n${rss(item(1) + item(2))}`],
    ['a second document after it', rss(item(1) + item(2)) + rss(item(3))],
    [
      'an undeclared prefix',
      rss(item(1, '<media:content url="x"><media:title>q</media:title></media:content>') + item(2)),
    ],
    ['a stray end tag', rss(item(1, '</div></b>') + item(2))],
    [
      'properties of objects as elements',
      rss(item(1, '<__proto__><x/></__proto__><constructor/>') + item(2)),
    ],
  ])('loses nothing to %s', async (_, text) => {
    const feed = await read(text);
    expect(feed.entries.map((entry) => entry.title)).toEqual(['Item 1', 'Item 2']);
    expect(feed.entries.map((entry) => entry.link)).toEqual([
      'https://news.example.org/1',
      'https://news.example.org/2',
    ]);
  });

  it('keeps the items before the cut', async () => {
    const whole = rss(item(1) + item(2) + item(3));
    const feed = await read(whole.slice(0, whole.indexOf('Item 3')));
    expect(feed.truncated).toBe(true);
    expect(feed.entries.map((entry) => entry.title)).toEqual(['Item 1', 'Item 2']);
  });

  it('says what is no feed', async () => {
    await expect(read('<html><body>x</body></html>')).rejects.toThrow(NotAFeedError);
    await expect(read('nothing here')).rejects.toThrow(NotAFeedError);
    await expect(read('{"a":1}')).rejects.toThrow(NotAFeedError);
  });

  it('is not stopped by the texts that stop rss-parser for minutes', async () => {
    const started = performance.now();
    const feed = await read(rss(item(1, `<description>${'&lt;p&gt;x'.repeat(40_000)}</description>`)));
    expect(feed.entries).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe('ParserThread', () => {
  it('kills a document that takes too long and goes on with the next', async () => {
    const thread = new ParserThread(1);
    await expect(thread.run('rss', rss(item(1).repeat(2_000)))).rejects.toThrow('more than 1 ms');
    await thread.close();
    const patient = new ParserThread();
    const [bad, good] = await Promise.allSettled([patient.run('rss', '<'), patient.run('rss', rss(item(1)))]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
    await patient.close();
  });
});
