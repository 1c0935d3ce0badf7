import type { LogEvent } from '#client';
import { dayIn, titleText } from './announcement.format.js';
import { colors } from './terminal.js';

const TYPE_COLUMNS = 10;
const KIND_COLUMNS = 18;

/** One line for a terminal that follows the log: day announced, what happened, kind, what it is about. */
export function eventLine({ type, announcedAt, recordedAt, data }: LogEvent): string {
  const at = dayIn(announcedAt ?? recordedAt);
  const short = type.replace(/^announcement\./, '').padEnd(TYPE_COLUMNS);
  const { announcement } = data;
  const about = announcement
    ? `${announcement.kind.padEnd(KIND_COLUMNS)}  ${titleText(announcement.title)}`
    : subjectOf(data);
  return `${colors.dim(at)}  ${colors.cyan(short)}  ${about}`.trimEnd();
}

/** What an event of another kind is about: the title, the address or the id of the one thing it carries. */
function subjectOf(data: LogEvent['data']): string {
  const thing = Object.values(data).find((value) => typeof value === 'object' && value !== null) ?? data;
  const { title, url, displayUrl, id } = thing as Record<string, unknown>;
  const known = [title, url, displayUrl, id].find((text) => typeof text === 'string' && text !== '');
  return (known as string | undefined) ?? '';
}
