import type { Announcement, HistoryEntry, LogEvent, Localized } from '#client';
import { colors, table } from './terminal.js';

/** One line each: announced day, kind, when it happens, title, id. */
export function announcementList(rows: readonly Announcement[]): string {
  if (rows.length === 0) return 'Nothing.';
  return table(
    rows.map((row) => [
      colors.dim(dayIn(row.announcedAt)),
      colors.cyan(row.kind),
      happensText(row),
      titleText(row.title),
      colors.dim(row.id),
    ]),
  );
}

/** Everything known of one announcement, with the words that prove it. */
export function announcementPage(row: Announcement): string {
  const known = factsOf(row).filter((fact): fact is [string, string] => fact[1] !== null);
  const coverage = row.coverage.map(
    ({ lang, title, url }) => `  ${lang}  ${title ?? ''} ${colors.dim(url ?? '')}`,
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
    ['recorded', `${row.recordedAt} at position ${row.position}, revision ${row.revision}`],
  ];
}

/** What happened to it, oldest first, with what changed and why. */
export function historyText(entries: readonly HistoryEntry[]): string {
  return entries
    .map(({ type, recordedAt, actor, reason, changes }) => {
      const head = `${colors.dim(recordedAt)}  ${colors.cyan(type)}  by ${actor}${reason ? `: ${reason}` : ''}`;
      return [
        head,
        ...changes.map(({ field, from, to }) => `    ${field}: ${short(from)} → ${short(to)}`),
      ].join('\n');
    })
    .join('\n');
}

/** One line for a terminal that follows the log. */
export function eventLine({ type, announcedAt, recordedAt, data }: LogEvent): string {
  const at = dayIn(announcedAt ?? recordedAt);
  const about = data.announcement
    ? `${data.announcement.kind}  ${titleText(data.announcement.title)}`
    : (data.source?.title ?? '');
  return `${colors.dim(at)}  ${colors.cyan(type)}  ${about}`;
}

export function titleText({ en, zh }: Localized): string {
  return en ?? zh ?? '(no title)';
}

/** The day in the WIC's own zone. */
export function dayIn(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

function happensText({ happens }: Announcement): string {
  if (!happens) return '';
  const { start, end, precision } = happens;
  if (precision !== 'day') return (start ?? end ?? '').slice(0, precision === 'year' ? 4 : 7);
  return daysText(start, end);
}

function daysText(start: string | null, end: string | null): string {
  if (start === null) return `until ${end}`;
  if (end === null) return `from ${start}`;
  return start === end ? start : `${start} to ${end}`;
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
