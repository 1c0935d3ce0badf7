/** Items in each feed. */
export const ITEMS = 20;
/** Loopback addresses that the feeds are spread over. */
export const ADDRESSES = 500;

/** Where a feed stands. */
export function feedUrl(feed: number, port: number): string {
  const at = feed % ADDRESSES;
  return `http://127.${1 + Math.floor(at / 250)}.0.${1 + (at % 250)}:${port}/feed/${feed}`;
}

const SENTENCE =
  'The council of the town met on Tuesday to talk about the new bridge over the canal, which is to carry ' +
  'cyclists as well as carts; two members asked what it would cost, and the engineer answered at length. ';
const NOT_OURS = `<p>${SENTENCE.repeat(3)}</p>`;
const OURS =
  '<p>The World Internet Conference Wuzhen Summit will be held from November 6 to 9, 2025 in Wuzhen, Zhejiang ' +
  'province, its organisers said on Monday.</p>';

/** How the feeds differ from those of the round before. */
export type Change = 'built-anew' | 'other-order' | 'new-item';

/** A feed as it reads in a round: built at another time; its items in another order; or with a new one at the head. */
export function feedText(feed: number, round: number, change: Change): string {
  const turn = change === 'other-order' ? round : 0;
  const items = Array.from({ length: ITEMS }, (_, n) => {
    const name = (n + turn) % ITEMS;
    return item(feed, String(name), `Council notes ${name}`, NOT_OURS);
  });
  const isNew = change === 'new-item';
  const head = isNew ? item(feed, `new-${round}`, `Wuzhen Summit, report ${feed}-${round}`, OURS) : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Town news</title>' +
    `<link>https://town-${feed}.example/</link><description>Notes</description>` +
    `<lastBuildDate>Mon, 01 Sep 2025 00:00:${String(round % 60).padStart(2, '0')} GMT</lastBuildDate>` +
    `${head}${items.join('')}</channel></rss>`
  );
}

function item(feed: number, name: string, title: string, text: string): string {
  const link = `https://town-${feed}.example/${name}`;
  return (
    `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${feed}-${name}</guid>` +
    `<pubDate>Mon, 01 Sep 2025 08:00:00 GMT</pubDate><description><![CDATA[${text}]]></description></item>`
  );
}
