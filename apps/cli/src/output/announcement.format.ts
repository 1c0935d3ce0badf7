import type { Announcement, Localized } from '#client';
import { instantText } from './record.format.js';
import { colors, columns, table } from './terminal.js';
import { fitted, width } from './width.js';

/**
 * One line each: announced day, kind, when it happens, title, id. In a terminal too narrow for that, two lines
 * each: day, kind and title; below, when it happens and the id.
 */
export function announcementList(rows: readonly Announcement[], most = columns()): string {
  if (rows.length === 0) return 'No announcements.';
  const lines = table(
    rows.map((row) => [dayCell(row), kindCell(row), happensText(row), titleText(row.title), idCell(row)]),
  );
  if (lines.split('\n').every((line) => width(line) <= most)) return lines;
  return rows
    .map((row) => {
      const below = [happensText(row), idCell(row)].filter((cell) => cell !== '').join('  ');
      const room = most - 14 - row.kind.length;
      return `${dayCell(row)}  ${kindCell(row)}  ${fitted(titleText(row.title), Math.max(room, 20))}\n            ${below}`;
    })
    .join('\n');
}

const dayCell = (row: Announcement) => colors.dim(dayIn(row.announcedAt));
const kindCell = (row: Announcement) => colors.cyan(row.kind);
const idCell = (row: Announcement) => colors.dim(row.id);

/** Everything known of one announcement, with the words that prove it. */
export function announcementPage(row: Announcement): string {
  const known = factsOf(row).filter((fact): fact is [string, string] => fact[1] !== null);
  const coverage = row.coverage.map(
    ({ lang, title, url }) => `  ${[lang, title, url && colors.dim(url)].filter(Boolean).join('  ')}`,
  );
  const evidence = row.evidence.map(({ field, text }) => `  ${colors.cyan(field)}: “${text}”`);
  return [
    colors.bold([row.title.en, row.title.zh].filter(Boolean).join(' / ')),
    colors.cyan(row.kind),
    table(known.map(([name, value]) => [`  ${name}`, value])),
    ...(coverage.length ? ['Coverage', ...coverage] : []),
    ...(evidence.length ? ['Evidence', ...evidence] : []),
  ].join('\n');
}

function factsOf(row: Announcement): [string, string | null][] {
  return [
    ['announced', `${dayIn(row.announcedAt)} (${row.announcedAtBasis}, to the ${row.announcedAtPrecision})`],
    ['happens', happensText(row) || null],
    ['place', row.place?.name ?? null],
    ['activity', row.activity?.id ?? null],
    ['phase', row.phase],
    ['theme', row.theme],
    ['people', row.people.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ') || null],
    ['organisations', row.organisations.join(', ') || null],
    ['status', row.mergedInto ? `merged into ${row.mergedInto}` : row.status],
    ['confidence', row.confidence.toFixed(2)],
    ['recorded', `${instantText(row.recordedAt)} at position ${row.position}, revision ${row.revision}`],
  ];
}

/** In English where it is known, else in Chinese. */
export function titleText({ en, zh }: Localized): string {
  return en ?? zh ?? '(no title)';
}

/** The day in the WIC's own zone. */
export function dayIn(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The days, the month or the year in which it takes place; empty when not known. */
export function happensText({ happens }: Pick<Announcement, 'happens'>): string {
  if (!happens) return '';
  const { start, end, precision } = happens;
  if (precision === 'quarter') return quarterText(start ?? end ?? '');
  if (precision !== 'day') return (start ?? end ?? '').slice(0, precision === 'year' ? 4 : 7);
  return daysText(start, end);
}

function quarterText(day: string): string {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function daysText(start: string | null, end: string | null): string {
  if (start === null) return `until ${end}`;
  if (end === null) return `from ${start}`;
  return start === end ? start : `${start} to ${end}`;
}
