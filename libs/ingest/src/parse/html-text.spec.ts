import { describe, expect, it } from '@jest/globals';
import { htmlToText } from './html-text.js';

describe('htmlToText', () => {
  it.each([
    ['<p>One<br>two</p><p>Three &amp; four&nbsp;&#x4e16;</p>', 'One\ntwo\n\nThree & four 世'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['no <b>mark</b>up\nto speak of', 'no markup to speak of'],
    ['<script>if (a < b) alert("</p>")</script>kept<style>p{}</style>', 'kept'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['<a title="x > y">link</a> after', 'link after'],
    ['a<!-- b --><![CDATA[ c ]]>', 'a c'],
    ['&lt;b&gt; stays text', '<b> stays text'],
  ])('reads %p', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ['open tags', '<a '],
    ['quotes', '<a b="'],
    ['broken quotes', '<a b=" c=\'>'],
    ['comments', '<!--'],
    ['sections', '<![CDATA['],
    ['scripts', '<script>'],
    ['ampersands', '&a&#'],
    ['line breaks', ' \n'],
    ['signs', '<'],
  ])('stays linear over a megabyte of %s', (_, piece) => {
    const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const started = performance.now();
    htmlToText(html);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
