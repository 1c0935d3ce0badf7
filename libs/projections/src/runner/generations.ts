import type { StoredEvent } from '#event-store';
import type { Sql } from '#platform';
import type { Projection } from './projection.js';

/** One set of a projection's tables and how far it is filled. */
export interface Generation {
  id: string;
  name: string;
  version: number;
  schema: string;
  state: 'building' | 'live' | 'retired';
  /** Everything up to it is in the tables. */
  position: string;
  /** The last event applied. */
  last_position: string | null;
  last_stream: string | null;
  last_revision: number | null;
  last_hash: string | null;
}

/** The name on which readers hear that the views moved (payload: the position) or switched (payload: `switch`). */
export const VIEWS_CHANNEL = 'wic_views';
const COLUMNS =
  'id, name, version, schema, state, position, last_position, last_stream, last_revision, last_hash';

/** Every set of tables there is, oldest first. */
export async function allGenerations(sql: Sql): Promise<Generation[]> {
  return sql.query<Generation>(`SELECT ${COLUMNS} FROM view_generations ORDER BY id`);
}

/** The set of a projection's version in a state, or null. */
export async function generationIn(
  sql: Sql,
  { name, version }: Pick<Projection, 'name' | 'version'>,
  state: Generation['state'],
): Promise<Generation | null> {
  const rows = await sql.query<Generation>(
    `SELECT ${COLUMNS} FROM view_generations WHERE name = $1 AND version = $2 AND state = $3`,
    [name, version, state],
  );
  return rows[0] ?? null;
}

/** Locks sets against other writers and tells how far they really are. */
export async function lockGenerations(tx: Sql, ids: readonly string[]): Promise<Generation[]> {
  return tx.query<Generation>(
    `SELECT ${COLUMNS} FROM view_generations WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
}

/** Makes the empty tables of a new set beside whatever there is. */
export async function createGeneration(tx: Sql, projection: Projection): Promise<Generation> {
  const [created] = await tx.query<{ id: string }>(
    `INSERT INTO view_generations (name, version, schema, state)
     VALUES ($1, $2, gen_random_uuid()::text, 'building') RETURNING id`,
    [projection.name, projection.version],
  );
  const schema = `view_${projection.name}_${created!.id}`;
  const [generation] = await tx.query<Generation>(
    `UPDATE view_generations SET schema = $2 WHERE id = $1 RETURNING ${COLUMNS}`,
    [created!.id, schema],
  );
  await tx.query(`CREATE SCHEMA ${schema}; SET LOCAL search_path TO ${schema}; ${projection.tables};
    SET LOCAL search_path TO DEFAULT`);
  return generation!;
}

/** Makes what readers need besides the tables. */
export async function createIndexes(tx: Sql, { schema }: Generation, { indexes }: Projection): Promise<void> {
  if (indexes.trim() === '') return;
  await tx.query(
    `SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL search_path TO ${schema}; ${indexes}; SET LOCAL search_path TO DEFAULT`,
  );
}

/** Moves checkpoints and tells the readers, all when the transaction commits. */
export async function checkpoint(tx: Sql, ids: readonly string[], last: StoredEvent | string): Promise<void> {
  const event = typeof last === 'string' ? null : last;
  const position = typeof last === 'string' ? last : last.position;
  await tx.query(
    `WITH moved AS (
       UPDATE view_generations SET position = $2::bigint, changed_at = now(),
         last_position = CASE WHEN $3::text IS NULL THEN last_position ELSE $2::bigint END,
         last_stream = coalesce($3, last_stream), last_revision = coalesce($4, last_revision),
         last_hash = coalesce($5, last_hash)
       WHERE id = ANY($1::bigint[]) AND position < $2::bigint RETURNING state)
     SELECT pg_notify('${VIEWS_CHANNEL}', $2::text) FROM moved WHERE state = 'live' LIMIT 1`,
    [ids, position, event?.stream ?? null, event?.revision ?? null, event?.hash ?? null],
  );
}

/** Lets readers go over to a filled set. */
export async function goLive(tx: Sql, { id, name, version }: Generation): Promise<void> {
  await tx.query(
    `UPDATE view_generations SET state = 'retired', changed_at = now()
     WHERE name = $1 AND version = $2 AND state = 'live'`,
    [name, version],
  );
  await tx.query(`UPDATE view_generations SET state = 'live', changed_at = now() WHERE id = $1`, [id]);
  await tx.query(`SELECT pg_notify('${VIEWS_CHANNEL}', 'switch')`);
}

/** Drops sets and their tables. */
export async function dropGenerations(tx: Sql, generations: readonly Generation[]): Promise<void> {
  for (const { id, schema } of generations) {
    await tx.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await tx.query('DELETE FROM view_generations WHERE id = $1', [id]);
  }
}
