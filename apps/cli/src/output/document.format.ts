import type { DocumentResult, Extraction } from '#client';
import { announcementList } from './announcement.format.js';
import { colors, table } from './terminal.js';

/** What importing a document led to. */
export function importedText({ itemId, relevant, outcome, announcements }: DocumentResult): string {
  if (!relevant) return `Not about the WIC; kept as item ${itemId}.`;
  const known = outcome === 'known' ? ', known already' : '';
  const rows = announcements.map((row) => [
    `  ${row.outcome}`,
    colors.cyan(row.kind),
    row.confidence.toFixed(2),
    colors.dim(row.id),
  ]);
  return [
    `${counted(announcements.length)}${known} in item ${itemId}`,
    ...(rows.length ? [table(rows)] : []),
  ].join('\n');
}

/** What would be read from a document, with its evidence when it is to be explained. */
export function extractedText({ relevant, lang, announcements }: Extraction, explain: boolean): string {
  if (!relevant) return 'Not about the WIC';
  const rows = announcements.map((row) => ({ ...row, id: row.confidence.toFixed(2) }) as never);
  const head = `About the WIC (${lang}): ${counted(announcements.length)}`;
  if (!explain) return [head, ...(rows.length ? [announcementList(rows)] : [])].join('\n');
  const blocks = announcements.map((row, index) => {
    const evidence = row.evidence.map(({ field, text }) => [`    ${colors.cyan(field)}`, `“${text}”`]);
    const rules = row.rules?.length ? [`    rules: ${row.rules.join(', ')}`] : [];
    return [announcementList([rows[index]!]), table(evidence), ...rules].join('\n');
  });
  return [head, ...blocks].join('\n');
}

function counted(announcements: number): string {
  return announcements === 1 ? '1 announcement' : `${announcements} announcements`;
}
