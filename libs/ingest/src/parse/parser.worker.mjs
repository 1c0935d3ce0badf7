// Runs parsers that are not ours on input that is not trusted, in a thread that can be killed.
// Plain JavaScript, because a thread starts from a file that Node itself can run.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);

/** Fields taken over as the XML parser gave them: what rss-parser makes of them loses order or content. */
const ITEM_FIELDS = [
  '$', 'title', 'dc:title', 'guid', 'id', 'atom:id', 'description', 'summary', 'atom:summary', 'content', 'content:encoded',
  'xhtml:body', 'body', 'pubDate', 'pubdate', 'dc:date', 'dcterms:created', 'dcterms:modified', 'raw:link', 'atom:link',
  'raw:published', 'raw:updated', 'raw:issued', 'raw:modified', 'atom:published', 'atom:updated', 'rdf:about',
]; // prettier-ignore
const FEED_FIELDS = [
  '$', 'title', 'raw:link', 'atom:link', 'language', 'dc:language', 'ttl', 'sy:updatePeriod', 'sy:updateFrequency', 'at:deleted-entry',
]; // prettier-ignore
const kept = (fields) => fields.map((field) => [field, `_${field}`, { keepArray: true }]);

function rssParser() {
  const utils = require('rss-parser/lib/utils');
  utils.stripHtml = (text) => text; // the original is quadratic
  utils.getSnippet = () => '';
  utils.getContent = () => '';
  const Parser = require('rss-parser');
  return new Parser({ defaultRSS: 2, customFields: { item: kept(ITEM_FIELDS), feed: kept(FEED_FIELDS) } });
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
