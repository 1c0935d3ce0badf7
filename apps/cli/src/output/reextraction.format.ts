import type { HistoryEntry, Localized } from '#client';
import { changesText } from './history.format.js';
import { recordText } from './record.format.js';
import { colors } from './terminal.js';

/** What reading the archive again came to or, on a dry run, would come to. */
export interface Reextraction {
  differences?: {
    itemId: string;
    itemTitle: string | null;
    announcementId: string;
    title: Localized;
    events: string[];
    changes: HistoryEntry['changes'];
    reason: string | null;
  }[];
  untold?: number;
}

/** The counts and, on a dry run, each announcement that would change, field by field. */
export function reextractionText(result: Record<string, unknown>): string {
  const { differences = [], untold = 0, ...counts } = result as Reextraction & Record<string, unknown>;
  const told = differences.map(differenceText);
  const rest = untold > 0 ? [`… and ${untold} more.`] : [];
  return [...told, ...rest, recordText(counts)].join('\n\n');
}

function differenceText(difference: NonNullable<Reextraction['differences']>[number]): string {
  const { itemId, itemTitle, announcementId, title, events, changes, reason } = difference;
  const what = events.map((event) => EVENTS[event] ?? event).join(', ');
  const head = `${colors.cyan(what)}  ${title.en ?? title.zh ?? ''}  ${colors.dim(announcementId)}`;
  const from = colors.dim(`    in ${itemTitle ?? 'a document'} (${itemId})`);
  return [head, from, ...(reason === null ? [] : [`    ${reason}`]), ...changesText(changes)].join('\n');
}

const EVENTS: Record<string, string> = {
  AnnouncementPublished: 'new',
  AnnouncementRevised: 'revised',
  AnnouncementProposed: 'to review',
  CoverageAdded: 'covered',
};
