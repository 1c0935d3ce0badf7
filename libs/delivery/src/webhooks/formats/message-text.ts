import type { PublicEvent } from '#projections';
import { announcementOf, type PublicAnnouncement } from '../../filter/public-announcement.js';
import { bytes, shortened } from '../body/standard-body.js';

/** An event in words for a chat. */
export interface Words {
  title: string;
  detail: string;
  url: string | null;
}

const TITLE_LENGTH = 250;
const SEPARATOR = '\n\n';

/** Title in both languages, when and where it happens, what is new about it, and the first report of it. */
export function wordsOf(event: PublicEvent): Words {
  const announcement = announcementOf(event);
  const what = event.type.replace(/^announcement\./, '').replaceAll(/[._]/g, ' ');
  if (announcement === null) return { title: `WIC tracker: ${event.type}`, detail: what, url: null };
  const { title, kind, coverage } = announcement;
  const titles = [...new Set([title.en, title.zh])].filter(Boolean).join(' · ');
  const parts = [what, kind.replaceAll('_', ' '), when(announcement), announcement.place?.name];
  const url = coverage.find((item) => item.url)?.url ?? null;
  return { title: shortened(titles, TITLE_LENGTH), detail: parts.filter(Boolean).join(' · '), url };
}

function when({ happens }: PublicAnnouncement): string | null {
  if (!happens) return null;
  const { start, end } = happens;
  if (start && end) return start === end ? start : `${start} – ${end}`;
  return start ? `from ${start}` : end ? `until ${end}` : null;
}

/** What a message that gathers several events is headed. */
export function headline(events: readonly PublicEvent[]): string {
  return events.length === 1 ? wordsOf(events[0]!).title : `WIC: ${events.length} announcements`;
}

/** As many of the blocks as fit into `limit` bytes; the first always, cut where it must be. */
export function fitting(blocks: readonly string[], limit: number): { text: string; included: number } {
  const first = blocks[0] ?? '';
  const taken = [bytes(first) > limit ? shortened(first, Math.floor(limit / 4)) : first];
  for (const block of blocks.slice(1)) {
    if (bytes([...taken, block].join(SEPARATOR)) > limit) break;
    taken.push(block);
  }
  return { text: taken.join(SEPARATOR), included: taken.length };
}

/** Lines of Markdown in which the event's own words cannot become markup. */
export function markdownOf(event: PublicEvent): string {
  const { title, detail, url } = wordsOf(event);
  const safe = escapeMarkdown(title);
  return `**${url ? `[${safe}](${escapeLink(url)})` : safe}**\n${escapeMarkdown(detail)}`;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#@]/g, String.raw`\$&`);
}

function escapeLink(url: string): string {
  return url.replaceAll(/[()<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
