import type { AnnouncementFilter } from '../announcements/announcement.filter.js';
import { holdsAt } from '../announcements/moment.js';
import { HIDDEN } from '../announcements/terms.js';
import type { ViewsAt } from '../queries/view-reads.js';

export interface TermCount {
  dimension: string;
  value: string;
  count: number;
}

/** How many announcements that match have each value of these dimensions at the moment; largest first. */
export async function countTerms(
  views: ViewsAt,
  dimensions: readonly string[],
  filter: AnnouncementFilter,
): Promise<TermCount[]> {
  const spans = `${views.schemaOf('announcements')}.spans`;
  const { text, parameters, at } = await views.announcements.matching(filter);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const marks = isNarrowed ? ['', HIDDEN] : [''];
  const ranges = dimensions.flatMap((dimension) =>
    // every term from `kind=` on and before `kind>`, the next character
    marks.map((mark) => `(c.term >= '${mark}${dimension}=' AND c.term < '${mark}${dimension}>')`),
  );
  const rows = await views.sql.query<{ term: string; count: number }>(
    `SELECT c.term, count(*)::int AS count FROM ${spans} c
     WHERE ${holdsAt('c', at.asOf, at.knownAt)} AND (${ranges.join(' OR ')})
       ${isNarrowed ? `AND c.announcement IN (${text})` : ''}
     GROUP BY c.term ORDER BY count DESC, c.term`,
    isNarrowed ? parameters.values : parameters.values.slice(0, 2),
  );
  return merged(rows.map(({ term, count }) => ({ ...partsOf(term), count })));
}

function partsOf(term: string): { dimension: string; value: string } {
  const bare = term.startsWith(HIDDEN) ? term.slice(HIDDEN.length) : term;
  const cut = bare.indexOf('=');
  return { dimension: bare.slice(0, cut), value: bare.slice(cut + 1) };
}

/** Visible and hidden announcements are counted apart and shown as one. */
function merged(counts: TermCount[]): TermCount[] {
  const byTerm = new Map<string, TermCount>();
  for (const each of counts) {
    const key = `${each.dimension}=${each.value}`;
    const known = byTerm.get(key);
    if (known) known.count += each.count;
    else byTerm.set(key, each);
  }
  return [...byTerm.values()].sort((a, b) => b.count - a.count);
}
