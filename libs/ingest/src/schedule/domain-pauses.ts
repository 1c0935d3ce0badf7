import type { Instant } from '#domain';
import type { Sql } from '#platform';

/** How long every source on a domain is left alone, because a server of it asked for that. */
export interface DomainPause {
  domain: string;
  until: Instant;
}

/** Leaves domains alone; of two pauses the longer one holds. */
export async function addPauses(sql: Sql, pauses: readonly DomainPause[]): Promise<void> {
  for (const { domain, until } of pauses.toSorted((a, b) => (a.domain < b.domain ? -1 : 1)))
    await sql.query(
      `INSERT INTO domain_pauses (domain, until) VALUES ($1, $2)
       ON CONFLICT (domain) DO UPDATE SET until = greatest(domain_pauses.until, excluded.until)`,
      [domain, until],
    );
}

/** Which of these domains are to be left alone at `now`. */
export async function pausedOf(sql: Sql, domains: readonly string[], now: Instant): Promise<Set<string>> {
  if (domains.length === 0) return new Set();
  const rows = await sql.query<{ domain: string }>(
    'SELECT domain FROM domain_pauses WHERE domain = ANY ($1::text[]) AND until > $2',
    [domains, now],
  );
  return new Set(rows.map(({ domain }) => domain));
}
