import { afterAll, describe, expect, it } from '@jest/globals';
import { ParserThread } from '../parse/parser-thread.js';
import { patternFault } from './link-pattern.js';
import { articleLinks } from './list-page.js';
import { PAGE_PRESETS, pagePreset } from './page-presets.data.js';

const parsers = new ParserThread(2_000);
afterAll(() => parsers.close());
const links = (...urls: string[]) => urls.map((url) => ({ url, text: '' }));
const matching = async (pattern: string | null, ...urls: string[]) =>
  (await articleLinks(links(...urls), pattern, parsers)).map(({ url }) => url);

describe('articleLinks', () => {
  it('takes what matches, else what carries a day', async () => {
    const [dated, other] = ['https://e.org/2024-11/20/c_1.htm', 'https://e.org/about'];
    expect(await matching(null, dated, other)).toEqual([dated]);
    expect(await matching('about$', dated, other)).toEqual([other]);
  });

  it('takes an article once, not each of its pages', async () => {
    const first = 'https://e.org/2024-11/20/c_1.htm';
    expect(await matching(null, first, 'https://e.org/2024-11/20/c_1_2.htm')).toEqual([first]);
  });

  it('ends a pattern that would run for years', async () => {
    const url = `https://e.org/${'a'.repeat(200)}!`;
    await expect(matching('(a+)+$', url)).rejects.toThrow('took more than 2000 ms');
    expect(await matching('a!$', url)).toEqual([url]);
  });

  it('ignores addresses of absurd length, and says what is no pattern', async () => {
    expect(await matching('.', `https://e.org/${'a'.repeat(3_000)}`)).toEqual([]);
    await expect(matching('(', 'https://e.org/')).rejects.toThrow('link pattern');
  });
});

describe('patternFault', () => {
  it.each(['(a+)+$', '(?:[a-z]+)*$', '(\\w|\\d)+-$', '^(https?://.*)+(/.*)+x$'])(
    'finds fault with %s',
    async (pattern) => {
      expect(await patternFault(pattern, parsers)).toContain('takes too long');
    },
  );

  it('finds none with the patterns of the presets', async () => {
    for (const { linkPattern } of PAGE_PRESETS) expect(await patternFault(linkPattern, parsers)).toBeNull();
    expect(await patternFault('(', parsers)).toContain('is none');
  });
});

describe('pagePreset', () => {
  it.each([
    ['https://www.wicinternet.org/', 'en'],
    ['http://wicinternet.org/news/latest.htm', 'en'],
    ['https://cn.wicinternet.org/news.html', 'zh'],
    ['http://regional.chinadaily.com.cn/wic/', 'en'],
  ])('knows the site of %s, whichever its section', (url, lang) => {
    expect(pagePreset(url)?.lang).toBe(lang);
  });

  it('knows nothing of others', () => {
    expect(pagePreset('http://regional.chinadaily.com.cn/other/')).toBeNull();
    expect(pagePreset('https://wicinternet.org.evil.example/')).toBeNull();
  });

  it('tells articles from sections and further pages on the sites it knows', async () => {
    const pattern = pagePreset('https://cn.wicinternet.org/')?.linkPattern ?? '';
    const article = 'https://cn.wicinternet.org/2024-11/20/content_37000001.htm';
    const others = [
      'https://cn.wicinternet.org/news.htm',
      'https://cn.wicinternet.org/2024-11/20/content_37000001_2.htm',
    ];
    expect(await matching(pattern, article, ...others)).toEqual([article]);
  });
});
