/**
 * Takes those of the leases ($1 names) that are free or that nobody ever held. $2 holder, $3 time to live in ms. No
 * row of a name: it is held, or fenced just now. By name, so that two that take the same ones never wait in a circle.
 */
export const TAKE = `
  WITH wanted AS (SELECT DISTINCT name FROM unnest($1::text[]) AS name),
  free AS (
    SELECT name FROM leases JOIN wanted USING (name) WHERE expires_at <= clock_timestamp()
    ORDER BY name FOR UPDATE OF leases SKIP LOCKED
  ),
  again AS (
    UPDATE leases SET token = token + 1, holder = $2, expires_at = clock_timestamp() + $3 * interval '1 millisecond'
    FROM free WHERE leases.name = free.name RETURNING leases.name, token
  ),
  first AS (
    INSERT INTO leases (name, token, holder, expires_at)
    SELECT name, 1, $2, clock_timestamp() + $3 * interval '1 millisecond' FROM wanted
    WHERE NOT EXISTS (SELECT 1 FROM leases known WHERE known.name = wanted.name)
    ORDER BY name ON CONFLICT DO NOTHING RETURNING name, token
  )
  SELECT name, token FROM again UNION ALL SELECT name, token FROM first`;

/**
 * Prolongs held leases. $1 names, $2 tokens, $3 time to live in ms. No row of a name: somebody else holds it, or it was
 * given back: a renewal that overtakes its own release must not bring the lease back to life.
 */
export const RENEW = `
  WITH mine AS (
    SELECT name, token FROM leases JOIN unnest($1::text[], $2::bigint[]) AS held(name, token) USING (name, token)
    WHERE expires_at > '-infinity' ORDER BY name FOR NO KEY UPDATE OF leases
  )
  UPDATE leases SET expires_at = clock_timestamp() + $3 * interval '1 millisecond'
  FROM mine WHERE leases.name = mine.name RETURNING leases.name, leases.token`;

/** Gives leases back and tells those who wait. $1 names, $2 tokens, $3 channel. */
export const GIVE_BACK = `
  WITH mine AS (
    SELECT name FROM leases JOIN unnest($1::text[], $2::bigint[]) AS held(name, token) USING (name, token)
    ORDER BY name FOR NO KEY UPDATE OF leases
  ),
  given AS (
    UPDATE leases SET expires_at = '-infinity' FROM mine WHERE leases.name = mine.name RETURNING leases.name
  )
  SELECT pg_notify($3, name) FROM given`;

/** Ends every lease; tokens go on growing from where they are. */
export const END_ALL = `UPDATE leases SET expires_at = '-infinity'`;
