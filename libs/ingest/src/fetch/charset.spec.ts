import { describe, expect, it } from '@jest/globals';
import { decodeBody } from './charset.js';

const TEXT = '世界互联网大会浙江办事处在乌镇揭牌，秘书长出席并致辞。';
/** The first five characters of TEXT (世界互联网) in GBK. */
const GBK = Buffer.from('cac0bde7bba5c1aacdf8', 'hex');
const BIG5 = Buffer.from('a540acc9a4acc170baf4', 'hex'); // 世界互聯網

function xml(encoding: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><t>`),
    body,
    Buffer.from('</t>'),
  ]);
}

describe('decodeBody', () => {
  it('believes a byte order mark above all', () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)]);
    expect(decodeBody(body, 'text/xml; charset=gbk')).toEqual({ text: TEXT, charset: 'utf-8', by: 'bom' });
  });

  it('reads UTF-16 by its mark', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]);
    expect(decodeBody(body, undefined).text).toBe(TEXT);
  });

  it('believes the header before the declaration', () => {
    expect(decodeBody(xml('iso-8859-1', GBK), 'application/xml; charset="gb2312"')).toMatchObject({
      text: expect.stringContaining('世界互联网'),
      by: 'header',
    });
  });

  it('believes the declaration where the header is silent', () => {
    expect(decodeBody(xml('GBK', GBK), 'text/xml').text).toContain('世界互联网');
    expect(decodeBody(xml('big5', BIG5), 'text/xml').text).toContain('世界互聯網');
  });

  it('does not believe a label that promises UTF-8 over other bytes', () => {
    const body = Buffer.concat([xml('utf-8', Buffer.concat(Array.from({ length: 40 }, () => GBK)))]);
    expect(decodeBody(body, 'text/xml; charset=utf-8')).toMatchObject({
      text: expect.stringContaining('世界互联网世界互联网'),
      by: 'detection',
    });
  });

  it('takes unlabelled UTF-8 for what it is, also when it was cut inside a character', () => {
    expect(decodeBody(Buffer.from(TEXT), undefined)).toEqual({ text: TEXT, charset: 'utf-8', by: 'strict' });
    expect(decodeBody(Buffer.from(TEXT).subarray(0, 31), undefined).by).toBe('strict');
  });

  it('ignores labels it does not know', () => {
    expect(decodeBody(Buffer.from(TEXT), 'text/xml; charset=x-user-made').text).toBe(TEXT);
  });

  it('reads UTF-32, which the platform cannot, with and without a mark', () => {
    const bytes = (text: string, order: 'LE' | 'BE') =>
      Buffer.concat(
        [...text].map((char) => {
          const four = Buffer.alloc(4);
          four[order === 'LE' ? 'writeUInt32LE' : 'writeUInt32BE'](char.codePointAt(0) ?? 0);
          return four;
        }),
      );
    for (const order of ['LE', 'BE'] as const) {
      expect(decodeBody(bytes(`\ufeff<t>${TEXT}𠮷`, order), undefined).text).toBe(`<t>${TEXT}𠮷`);
      expect(decodeBody(bytes(`<t>${TEXT}`, order), undefined).text).toBe(`<t>${TEXT}`);
    }
  });

  it('knows UTF-8 behind any other label, which servers put on whatever they send', () => {
    for (const label of ['iso-8859-1', 'gb2312'])
      expect(decodeBody(xml('utf-8', Buffer.from(TEXT)), `text/xml; charset=${label}`).text).toContain(TEXT);
  });

  it('stays with UTF-8 that holds a character cut apart', () => {
    const body = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe4, 0xb8]), Buffer.from(TEXT)]);
    expect(decodeBody(body, 'text/xml; charset=utf-8')).toMatchObject({ text: `${TEXT}\ufffd${TEXT}` });
    expect(decodeBody(body, undefined).text).toBe(`${TEXT}\ufffd${TEXT}`);
  });

  it.each([
    ['euc-kr', 'bcbcb0e820c0ceb1e2b8b820c7d1b1b920bdc5b9ae20b4ebc8b8b0a1', '세계'],
    ['shift_jis', '90a28a4582cc83438393835e815b836c836283678abc89ef82aa8a4a96bb82b582dc82b582bd', '世界'],
    ['euc-jp', 'c0a4b3a6a4cea5a4a5f3a5bfa1bca5cda5c3a5c8a4acb3abcbebb6a1a4b7a4dea4b7a4bf', '世界'],
  ])('detects %s', (charset, hex, start) => {
    expect(decodeBody(Buffer.concat([Buffer.from('<t>'), Buffer.from(hex, 'hex')]), undefined)).toMatchObject(
      {
        charset,
        text: expect.stringMatching(`^<t>${start}`),
      },
    );
  });
});
