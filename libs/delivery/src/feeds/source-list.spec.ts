import { describe, expect, it } from '@jest/globals';
import { parseOpml } from 'feedsmith';
import { sourceList } from './source-list.js';

describe('the list of sources as OPML', () => {
  it('names feeds as feeds, pages as links, and leaves out what has no address', () => {
    const opml = sourceList(
      [
        { kind: 'feed', title: 'A & <B>\u0007', url: 'https://a.example/rss?x=1&y=2', lang: 'en' },
        { kind: 'page', title: '官网', url: 'https://b.example/', lang: 'zh' },
        { kind: 'hand', title: 'By hand', url: null, lang: null },
      ],
      'Sources',
    );
    const outlines = parseOpml(opml).body?.outlines ?? [];
    expect(outlines).toHaveLength(2);
    expect(outlines[0]).toMatchObject({
      type: 'rss',
      xmlUrl: 'https://a.example/rss?x=1&y=2',
      text: 'A & <B>\uFFFD',
    });
    expect(outlines[1]).toMatchObject({ type: 'link', url: 'https://b.example/', text: '官网' });
  });

  it('is a list also when there is nothing on it', () => {
    expect(sourceList([{ kind: 'hand', title: 'By hand', url: null, lang: null }], 'Sources')).toContain(
      '<opml',
    );
  });
});
