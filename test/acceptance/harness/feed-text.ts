/** One entry of a feed as a spec writes it. */
export interface Entry {
  id: string;
  link: string;
  title: string;
  text: string;
  /** ISO instant. */
  published: string;
  updated?: string;
}

/** RFC 6721: the feed says that an entry was deleted. */
export interface Deleted {
  ref: string;
  when: string;
}

/** An RSS 2.0 document. */
export function rss(self: string, entries: Entry[]): string {
  const items = entries.map(
    ({ id, link, title, text, published }) =>
      `<item><guid isPermaLink="false">${xml(id)}</guid><link>${xml(link)}</link><title>${xml(title)}</title>` +
      `<description>${xml(text)}</description><pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Loopback wire</title>` +
    `<link>${xml(self)}</link><description>Written for a spec</description>${items.join('')}</channel></rss>`
  );
}

/** An Atom document with its tombstones. */
export function atom(self: string, entries: Entry[], deleted: Deleted[]): string {
  const tombs = deleted.map(
    ({ ref, when }) => `<at:deleted-entry ref="${xml(ref)}" when="${when}"><at:by/></at:deleted-entry>`,
  );
  const all = entries.map(
    ({ id, link, title, text, published, updated }) =>
      `<entry><id>${xml(id)}</id><link href="${xml(link)}"/><title>${xml(title)}</title>` +
      `<published>${published}</published><updated>${updated ?? published}</updated>` +
      `<content type="text">${xml(text)}</content></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" ` +
    `xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>${xml(self)}</id><title>Loopback journal</title>` +
    `<updated>${new Date().toISOString()}</updated>${tombs.join('')}${all.join('')}</feed>`
  );
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
