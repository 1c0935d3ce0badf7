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
});
