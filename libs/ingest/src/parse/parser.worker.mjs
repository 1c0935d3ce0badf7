// Runs parsers that are not ours on input that is not trusted, in a thread that can be killed.
// Plain JavaScript, because a thread starts from a file that Node itself can run.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);

function rssParser() {
  const utils = require('rss-parser/lib/utils');
  utils.stripHtml = (text) => text; // the original is quadratic
  utils.getSnippet = () => '';
  const Parser = require('rss-parser');
  return new Parser({ defaultRSS: 2 });
}

async function dom(html) {
  const { parseHTML } = await import('linkedom');
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

const attribute = (document, selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null;

const PUBLISHED = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[name="publishdate"]', 'content'],
  ['meta[name="pubdate"]', 'content'],
  ['meta[name="PubDate"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['time[datetime]', 'datetime'],
];

const JOBS = {
  async rss(xml) {
    return rssParser().parseString(xml);
  },
  async feedsmith(text) {
    const { parseFeed } = await import('feedsmith');
    return parseFeed(text);
  },
  /** Which texts a pattern finds something in: a pattern may need longer than anyone waits. */
  async match(json) {
    const { pattern, texts } = JSON.parse(json);
    const wanted = new RegExp(pattern);
    return texts.map((text) => wanted.test(text));
  },
  async links(html) {
    const document = await dom(html);
    const anchors = [...document.querySelectorAll('a[href]')].map((anchor) => ({
      href: anchor.getAttribute('href'),
      text: anchor.getAttribute('title') || anchor.textContent,
    }));
    const feeds = [...document.querySelectorAll('link[rel~="alternate"][href]')].map((link) => ({
      href: link.getAttribute('href'),
      type: link.getAttribute('type') ?? '',
      title: link.getAttribute('title'),
    }));
    const title = document.querySelector('title')?.textContent ?? null;
    return { base: attribute(document, 'base[href]', 'href'), anchors, feeds, title };
  },
  async article(html) {
    const document = await dom(html);
    const published =
      PUBLISHED.map(([selector, name]) => attribute(document, selector, name)).find(Boolean) ?? null;
    const heading = document.querySelector('h1')?.textContent ?? null;
    const lang = document.documentElement?.getAttribute('lang') ?? null;
    const { Readability } = require('@mozilla/readability');
    const article = new Readability(document, { maxElemsToParse: 50_000 }).parse();
    return { title: article?.title || heading, html: article?.content ?? null, lang, published };
  },
};

parentPort.on('message', async ({ id, job, text }) => {
  try {
    const result = await JOBS[job](text);
    // JSON drops what no structured clone takes (prototypes, functions) and what would surprise (getters).
    parentPort.postMessage({ id, json: JSON.stringify(result ?? null) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error).slice(0, 500) });
  }
});
