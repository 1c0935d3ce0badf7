import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ParserThread } from '../parse/parser-thread.js';
import { LoopbackSite, OpenHttp } from '../poll/loopback.fixture.js';
import { COMMON_PATHS, discover } from './discover.js';

const parsers = new ParserThread();
let site: LoopbackSite;
beforeAll(async () => {
  site = await new LoopbackSite().start();
  site.serve(
    '/feed',
    '<rss version="2.0"><channel><title>News</title><language>en</language></channel></rss>',
  );
  const feed = (title: string) => `<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
  site.serve('/atom.xml', feed('All'));
  site.serve('/talk.xml', feed('Talk'));
  site.serve('/a/rss.xml', feed('Linked'));
  site.serve(
    '/quiet',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/talk.xml" title="Comments"><link rel="alternate" type="application/rss+xml" href="/gone.xml"></head><a href="/a/rss.xml">RSS</a></html>',
  );
  site.serve('/bare', '<html><body><a href="/about">About</a></body></html>');
  site.serve(
    '/',
    '<html><head><title> A site </title><link rel="alternate" type="application/atom+xml" href="atom.xml" title="All"></head></html>',
  );
  site.serve('/list', '<html><head><title>A list</title></head><a href="/2023-06/15/c_1.htm">One</a></html>');
  site.serve('/empty', '<html><body>Nothing</body></html>');
});
afterAll(async () => {
  await parsers.close();
  await site.stop();
});
const found = (path: string) =>
  discover(site.url(path), { http: new OpenHttp(), parsers }, '2023-06-16T00:00:00.000Z');

describe('discover', () => {
  it('takes a feed for what it is, a site for the feed it names, else for a page', async () => {
    expect(await found('/feed')).toEqual({ kind: 'feed', url: site.url('/feed'), title: 'News', lang: 'en' });
    expect(await found('/')).toEqual({ kind: 'feed', url: site.url('/atom.xml'), title: 'All', lang: null });
    expect(await found('/list')).toEqual({
      kind: 'page',
      url: site.url('/list'),
      title: 'A list',
      lang: null,
    });
  });

  it('passes over feeds that are gone or of comments, and takes those a page only links to', async () => {
    expect(await found('/quiet')).toMatchObject({
      kind: 'feed',
      url: site.url('/a/rss.xml'),
      title: 'Linked',
    });
  });

  it('makes up no address where a page lists articles', async () => {
    site.requests.length = 0;
    await found('/list');
    expect(site.requests.map(({ path }) => path)).toEqual(['/list']);
  });

  it('says why nothing can be followed, and asks for nothing that nobody wrote down but a few usual places', async () => {
    site.requests.length = 0;
    site.answers.delete('/feed');
    site.answers.delete('/atom.xml');
    await expect(found('/empty')).rejects.toThrow('names no feed and links to nothing');
    await expect(found('/missing')).rejects.toThrow('404');
    expect(site.requests.map(({ path }) => path)).toEqual([
      '/empty',
      ...COMMON_PATHS.slice(0, 4),
      '/missing',
    ]);
  });
});
