import type { Announcement, HistoryEntry, Localized } from '#client';
import { happensText, dayIn } from './announcement.format.js';
import { cellText, instantText } from './record.format.js';
import { colors } from './terminal.js';
import { fitted } from './width.js';

const LONGEST = 120;

/** Fields that say where a statement comes from, not what it states. */
const ORIGIN = ['announcedAtBasis', 'announcedAtPrecision', 'confidence', 'evidence'];

/** What happened to it, oldest first, with what changed and why. */
export function historyText(entries: readonly HistoryEntry[]): string {
  return entries.map(entryText).join('\n');
}

function entryText({ type, position, recordedAt, actor, why, changes }: HistoryEntry): string {
  const reason = why.reason ?? why.cause?.replaceAll('_', ' ');
  const head = `${colors.dim(instantText(recordedAt))}  ${colors.cyan(type)}  by ${actor}${reason ? `: ${reason}` : ''}  ${colors.dim(`position ${position}`)}`;
  return [head, ...changesText(changes)].join('\n');
}

/** What changed, a line a field. */
export function changesText(changes: HistoryEntry['changes']): string[] {
  return changes.flatMap(changeText);
}

/** `field: before → after`; where nothing was before, only what is stated now. */
function changeText({ field, from, to }: HistoryEntry['changes'][number]): string[] {
  if (ORIGIN.includes(field) && isNothing(from)) return [];
  if (isNothing(from) && isNothing(to)) return [];
  if (field === 'evidence') return [`    ${field}: replaced`];
  const after = valueText(field, to) || 'none';
  return [`    ${field}: ${isNothing(from) ? '' : `${valueText(field, from)} → `}${after}`];
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A field's value in words. */
function valueText(field: string, value: unknown): string {
  if (isNothing(value)) return 'none';
  const text = (WORDS[field] ?? cellText)(value as never);
  return fitted(text, LONGEST);
}

const localized = ({ en, zh }: Localized) => [en, zh].filter(Boolean).join(' / ');

const WORDS: Record<string, (value: never) => string> = {
  title: localized,
  summary: localized,
  announcedAt: dayIn,
  happens: (happens: Announcement['happens']) => happensText({ happens }),
  place: ({ name }: { name: string }) => name,
  activity: ({ id }: { id: string }) => id,
  organisations: (names: string[]) => names.join(', '),
  people: (people: Announcement['people']) => people.map(({ name }) => name).join(', '),
  coverage: (coverage: Announcement['coverage']) =>
    coverage.map(({ url, itemId }) => url ?? itemId).join(', '),
};
