import { afterAll, describe, expect, it } from '@jest/globals';
import { ParserThread } from '../parse/parser-thread.js';
import { partAddress, readWholeArticle } from './continuations.js';

const parsers = new ParserThread();
afterAll(() => parsers.close());
const FIRST = 'https://site.example/2024-11/20/c_77.htm';
const part = (n: number) => `https://site.example/2024-11/20/c_77_${n}.htm`;
const words = (n: number) =>
  `Page ${n} of the report tells at some length what was said in hall ${n} that day. `;
const page = (n: number, ...links: string[]) =>
  `<html><body><article><h1>Report</h1><p>${words(n).repeat(4)}</p></article>${links.map((href) => `<a href="${href}">next</a>`).join('')}</body></html>`;

/** The article read from these pages, and what was asked for. */
async function read(pages: Record<string, string>) {
  const asked: string[] = [];
  const article = await readWholeArticle(FIRST, pages[FIRST] ?? '', parsers, async (url) => {
    asked.push(url);
    return pages[url] ?? null;
  });
  return { asked, found: [...article.text.matchAll(/in hall (\d+)/g)].map(([, n]) => Number(n)) };
}

describe('readWholeArticle', () => {
  it('joins the pages that the article links to, in order', async () => {
    const { asked, found } = await read({
      [FIRST]: page(1, 'c_77_2.htm', 'c_77_3.htm'),
      [part(2)]: page(2, 'c_77.htm', 'c_77_3.htm'),
      [part(3)]: page(3, 'c_77.htm', 'c_77_2.htm'),
    });
    expect(asked).toEqual([part(2), part(3)]);
    expect([...new Set(found)]).toEqual([1, 2, 3]);
  });

  it('asks for nothing that is not linked, of another article or of another host', async () => {
    const links = ['c_78_2.htm', '/2024-11/21/c_77_2.htm', 'https://other.example/2024-11/20/c_77_2.htm'];
    expect((await read({ [FIRST]: page(1, ...links) })).asked).toEqual([]);
  });

  it('reads ten pages at most, and each once', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        n === 0 ? FIRST : part(n + 1),
        page(n + 1, `c_77_${n + 2}.htm`, 'c_77_2.htm'),
      ]),
    );
    const { asked } = await read(pages);
    expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10].map(part));
  });

  it('ends before a page that cannot be had, and says nothing twice', async () => {
    expect((await read({ [FIRST]: page(1, 'c_77_2.htm') })).found).toEqual([1, 1, 1, 1]);
    const same = await read({ [FIRST]: page(1, 'c_77_2.htm'), [part(2)]: page(1) });
    expect(same.found).toHaveLength(4);
  });
});

describe('partAddress', () => {
  it.each([
    [part(2), { first: FIRST, part: 2 }],
    [`${part(12)}#x`, { first: FIRST, part: 12 }],
    [FIRST, null],
    ['https://site.example/a_1.htm', null],
    ['https://site.example/_2.htm', null],
    ['no address', null],
  ])('reads %s', (url, expected) => {
    expect(partAddress(url)).toEqual(expected);
  });
});
