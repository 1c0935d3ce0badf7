import type { PublicEvent } from '#projections';
import { announcementOf, type PublicAnnouncement } from '../../filter/public-announcement.js';
import { bytes } from '../body/standard-body.js';
import { inert, type Escape } from './inert-text.js';

/** An event in words for a chat. */
export interface Words {
  title: string;
  detail: string;
  url: string | null;
}

const TITLE_UNITS = 250;
const DETAIL_UNITS = 300;
/** A longer address would not fit beside the words; the announcement is told without it. */
const URL_UNITS = 1000;
const SEPARATOR = '\n\n';

/** Title in both languages, when and where it happens, what is new about it, and the first report of it. */
export function wordsOf(event: PublicEvent, escape: Escape): Words {
  const { title, detail, url } = toldBy(event);
  const [head, rest] = [inert(title, TITLE_UNITS, escape), inert(detail, DETAIL_UNITS, escape)];
  return { title: head, detail: rest, url: url === null ? null : linkTo(url) };
}

function toldBy(event: PublicEvent): Words {
  const announcement = announcementOf(event);
  const what = event.type.replace(/^announcement\./, '').replaceAll(/[._]/g, ' ');
  if (announcement === null) return { title: `WIC tracker: ${event.type}`, detail: what, url: null };
  const { title, kind, coverage } = announcement;
  const titles = [...new Set([title.en, title.zh])].filter(Boolean).join(' · ');
  const parts = [what, kind.replaceAll('_', ' '), when(announcement), announcement.place?.name];
  const url = coverage.find((item) => item.url)?.url ?? null;
  return { title: titles || `WIC tracker: ${event.type}`, detail: parts.filter(Boolean).join(' · '), url };
}

function when({ happens }: PublicAnnouncement): string | null {
  if (!happens) return null;
  const { start, end } = happens;
  if (start && end) return start === end ? start : `${start} – ${end}`;
  return start ? `from ${start}` : end ? `until ${end}` : null;
}

/** An address without characters that could end a link; null where it is none of the web, or too long. */
function linkTo(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  const link = href.replaceAll(/[()<>\\`*_[\]|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return /^https?:$/.test(protocol) && link.length <= URL_UNITS ? link : null;
}

/** What a message that gathers several events is headed. */
export function headline(events: readonly PublicEvent[], escape: Escape): string {
  return events.length === 1 ? wordsOf(events[0]!, escape).title : `WIC: ${events.length} announcements`;
}

/** A message of as many of the events, from the first, as `fits` lets pass; the first always. */
export function asManyAs(
  events: readonly PublicEvent[],
  write: (events: readonly PublicEvent[]) => string,
  fits: (body: string) => boolean,
): { body: string; included: number } {
  let [fitting, tooMany] = [1, events.length + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(write(events.slice(0, middle)))) fitting = middle;
    else tooMany = middle;
  }
  return { body: write(events.slice(0, fitting)), included: fitting };
}

/** Whether a text is at most so many bytes long in UTF-8. */
export function within(limit: number): (text: string) => boolean {
  return (text) => bytes(text) <= limit;
}

/** Events as Markdown, in which their own words cannot become markup. */
export function markdownOf(events: readonly PublicEvent[], escape: Escape): string {
  const paragraphs = events.map((event) => {
    const { title, detail, url } = wordsOf(event, escape);
    return `**${url ? `[${title}](${url})` : title}**\n${detail}`;
  });
  return paragraphs.join(SEPARATOR);
}
