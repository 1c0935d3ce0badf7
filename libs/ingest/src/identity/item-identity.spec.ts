import { describe, expect, it } from '@jest/globals';
import { articleAddress, canonicalUrl } from './canonical-url.js';
import { itemIdentity, itemIdOf, sharedKeys, type Identifiable } from './item-identity.js';

const entry = (over: Partial<Identifiable>): Identifiable => ({
  ...{ guid: null, link: null, title: 'A title', publishedRaw: '2023-06-15', text: 'Some text' },
  ...over,
});
const identity = (over: Partial<Identifiable>) => itemIdentity(entry(over)).identity;

describe('canonicalUrl', () => {
  it.each([
    'http://example.org/news/1',
    'https://www.example.org/news/1/',
    'https://example.org:443/news/1?utm_source=a&fbclid=b#top',
    'https://m.example.org/news/1?spm=C1.2',
  ])('takes %s for one address', (link) => {
    expect(canonicalUrl(link)).toBe('example.org/news/1');
  });

  it('keeps what tells pages apart, in any order', () => {
    expect(canonicalUrl('https://e.org/?b=2&a=1')).toBe(canonicalUrl('https://e.org/?a=1&b=2'));
    expect(canonicalUrl('https://e.org/?id=1')).not.toBe(canonicalUrl('https://e.org/?id=2'));
    expect(canonicalUrl('mailto:a@e.org')).toBeNull();
  });
});

describe('articleAddress', () => {
  it.each([
    ['https://www.wicinternet.org/2023-06/30/c_899101.htm', '2023-06-30', 'c_899101'],
    ['https://www.wicinternet.org/2023-06/30/c_899101_2.htm', '2023-06-30', 'c_899101'],
    ['https://cn.wicinternet.org/2023-06/16/content_36635688.htm', '2023-06-16', 'content_36635688'],
    ['https://regional.chinadaily.com.cn/wic/2023-06/30/c_899101.htm', '2023-06-30', 'c_899101'],
    ['https://other.example/2023-06/30/c_899101.htm', '2023-06-30', null],
    ['https://www.chinanews.com.cn/gn/2026/09-29/10705927.shtml', '2026-09-29', null],
    ['https://e.org/2023-02/30/x.htm', null, null],
    ['https://e.org/about', null, null],
  ])('reads %s', (link, day, number) => {
    expect(articleAddress(link)).toEqual({ day, number });
  });
});

describe('itemIdentity', () => {
  it('goes by the link, on every mirror of an article number, whatever the guid', () => {
    const link = 'https://www.wicinternet.org/2023-06/30/c_899101.htm';
    const mirror = 'http://regional.chinadaily.com.cn/wic/2023-06/30/c_899101.htm';
    expect(identity({ link, guid: 'a' })).toBe(identity({ link: mirror, guid: 'b' }));
  });

  it('goes by the guid without link, by title and time without either, else by the text', () => {
    expect(identity({ guid: 'g' })).toBe('guid:g');
    expect(identity({})).toBe(identity({ text: 'Another text' }));
    expect(identity({ publishedRaw: null })).not.toBe(identity({ publishedRaw: null, text: 'Another text' }));
  });

  it('does not go by a link or guid that several entries share', () => {
    const home = 'https://e.org/';
    const entries = [entry({ link: home, guid: 'a' }), entry({ link: home, guid: 'b', title: 'B' })];
    const shared = sharedKeys(entries);
    expect(entries.map((one) => itemIdentity(one, shared).identity)).toEqual(['guid:a', 'guid:b']);
  });
});

it('gives an item one id, of its source and identity', () => {
  expect(itemIdOf('s1', 'guid:g')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
  expect(itemIdOf('s1', 'guid:g')).toBe(itemIdOf('s1', 'guid:g'));
  expect(itemIdOf('s1', 'guid:g')).not.toBe(itemIdOf('s2', 'guid:g'));
});
