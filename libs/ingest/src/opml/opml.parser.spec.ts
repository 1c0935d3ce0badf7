import { describe, expect, it } from '@jest/globals';
import { opmlFeeds } from './opml.parser.js';

const opml = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`;

describe('feeds of an OPML file', () => {
  it('are found in folders too, each once, in their order', () => {
    const feeds = opmlFeeds(
      opml(
        '<outline text="News"><outline text="A &amp; B" type="rss" xmlUrl="https://a.example/rss"/>' +
          '<outline text="deeper"><outline title="乌镇" xmlUrl="https://b.example/rss"/></outline></outline>' +
          '<outline text="again" xmlUrl="https://a.example/rss"/><outline text="no feed"/>',
      ),
    );
    expect(feeds).toEqual([
      { url: 'https://a.example/rss', title: 'A & B' },
      { url: 'https://b.example/rss', title: '乌镇' },
    ]);
  });

  it('are not looked for in what is no OPML', () => {
    for (const text of ['', 'hello', '<rss/>', '<opml><body><outline'])
      expect(() => opmlFeeds(text)).toThrow(/OPML/);
  });

  it('may lie deep, but there may not be too many', () => {
    const deep = opml(
      '<outline text="x">'.repeat(50) + '<outline xmlUrl="https://a.example/"/>' + '</outline>'.repeat(50),
    );
    expect(opmlFeeds(deep)).toHaveLength(1);
    const many = Array.from(
      { length: 1001 },
      (_, n) => `<outline text="x" xmlUrl="https://a.example/${n}"/>`,
    );
    expect(() => opmlFeeds(opml(many.join('')))).toThrow(/1000/);
  });
});
