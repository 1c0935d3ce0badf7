import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseFeed } from '../parse/parse-feed.js';
import { ParserThread } from '../parse/parser-thread.js';
import { LoopbackSite, OpenHttp } from '../poll/loopback.fixture.js';
import { conditionalGet, NO_VALIDATORS } from './conditional-get.js';

const parsers = new ParserThread();
let site: LoopbackSite;
beforeAll(async () => {
  site = await new LoopbackSite().start();
});
afterAll(async () => {
  await parsers.close();
  await site.stop();
});

/** 世界互联网大会 in GBK and in Big5 (世界互聯網大會). */
const GBK = 'cac0bde7bba5c1aacdf8b4f3bbe1';
const BIG5 = 'a540acc9a4acc170baf4a46ab77c';

function rss(hex: string, declaration: string): Buffer {
  const [before, after] = ['<rss version="2.0"><channel><item><title>', '</title></item></channel></rss>'];
  return Buffer.concat([Buffer.from(declaration + before), Buffer.from(hex, 'hex'), Buffer.from(after)]);
}

describe('a feed over the wire', () => {
  it.each([
    ['GBK by its header', GBK, '', 'text/xml; charset=gbk', '世界互联网大会'],
    [
      'GBK called GB2312 in its declaration',
      GBK,
      '<?xml version="1.0" encoding="gb2312"?>',
      'text/xml',
      '世界互联网大会',
    ],
    ['GBK that says nothing', GBK, '', 'application/rss+xml', '世界互联网大会'],
    [
      'GBK that says UTF-8',
      GBK,
      '<?xml version="1.0" encoding="utf-8"?>',
      'text/xml; charset=utf-8',
      '世界互联网大会',
    ],
    ['Big5 by its declaration', BIG5, '<?xml version="1.0" encoding="big5"?>', 'text/xml', '世界互聯網大會'],
  ])('is read right: %s', async (_, hex, declaration, contentType, title) => {
    site.serve('/feed', rss(hex, declaration), { 'content-type': contentType });
    const wanted = { url: site.url('/feed'), as: 'feed', validators: NO_VALIDATORS } as const;
    const fetched = await conditionalGet(new OpenHttp(), wanted, '2024-11-20T00:00:00.000Z');
    if (fetched.outcome !== 'fetched') throw new Error('The feed was not fetched.');
    const { entries } = await parseFeed(fetched.text, fetched.url, parsers);
    expect(entries.map((entry) => entry.title)).toEqual([title]);
  });
});
