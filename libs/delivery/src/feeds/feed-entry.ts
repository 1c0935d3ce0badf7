import type { FeedAbout, FeedAnnouncement } from './feed-input.js';

/** An announcement as an entry of a feed, whatever the feed's format. */
export interface FeedEntry {
  /** The same for ever, also after revisions and from another address of the tracker. */
  id: string;
  url: string;
  title: string;
  text: string;
  html: string;
  published: Date;
  updated: Date;
  tags: string[];
  sources: { url: string; title: string }[];
}

export function entryOf(announcement: FeedAnnouncement, about: FeedAbout): FeedEntry {
  const { id, kind, recordedAt, announcedAt } = announcement;
  const paragraphs = paragraphsOf(announcement, about.lang);
  const sources = announcement.coverage.flatMap(({ url, title }) =>
    url ? [{ url, title: title ?? url }] : [],
  );
  const links = sources.map(
    ({ url, title }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
  );
  return {
    id: `urn:wic-tracker:announcement:${id}`,
    url: about.pageOf(id),
    title: titleOf(announcement, about.lang),
    text: [...paragraphs, ...sources.map(({ url }) => url)].join('\n'),
    html:
      paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('') +
      (links.length ? `<ul>${links.join('')}</ul>` : ''),
    published: new Date(announcedAt),
    updated: new Date(updatedAt(announcement, recordedAt)),
    tags: [kind, announcement.phase, announcement.place?.country].filter((tag) => typeof tag === 'string'),
    sources,
  };
}

/** The title in the leading language, the other in its absence, else the kind; one that was withdrawn says so. */
export function titleOf({ title, status, kind }: FeedAnnouncement, lang: 'en' | 'zh'): string {
  const words = title[lang] ?? title.en ?? title.zh ?? kind.replaceAll('_', ' ');
  if (status !== 'withdrawn') return words;
  return lang === 'zh' ? `［已撤回］${words}` : `[Withdrawn] ${words}`;
}

/** Everything known, a line a fact. */
export function paragraphsOf(announcement: FeedAnnouncement, lang: 'en' | 'zh'): string[] {
  const { title, summary, place, theme, organisations, people } = announcement;
  const other = lang === 'en' ? title.zh : title.en;
  const lines = [
    title[lang] === undefined ? null : other,
    summary?.[lang] ?? Object.values(summary ?? {})[0],
    daysOf(announcement),
    place?.name,
    theme,
    organisations.join(', '),
    people.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', '),
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '') as string[];
}

function daysOf({ happens }: FeedAnnouncement): string {
  const days = [happens?.start, happens?.end].filter((day) => typeof day === 'string');
  return [...new Set(days)].join(' – ');
}

/** Never before it was announced: readers sort by it. */
function updatedAt({ updatedAt: given, announcedAt }: FeedAnnouncement, recordedAt: string): string {
  const at = given ?? recordedAt;
  return at > announcedAt ? at : announcedAt;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}
