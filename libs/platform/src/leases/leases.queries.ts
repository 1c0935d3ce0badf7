/** Takes a free lease. $1 name, $2 holder, $3 time to live in ms. No row: it is held, or fenced just now. */
export const TAKE = `
  WITH free AS (
    SELECT name FROM leases WHERE name = $1 AND expires_at <= clock_timestamp() FOR UPDATE SKIP LOCKED
  )
  UPDATE leases SET token = token + 1, holder = $2, expires_at = clock_timestamp() + $3 * interval '1 millisecond'
  FROM free WHERE leases.name = free.name
  RETURNING token`;

/** Takes a lease nobody ever held. The same values as TAKE. */
export const TAKE_FIRST = `
  INSERT INTO leases (name, token, holder, expires_at)
  VALUES ($1, 1, $2, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT DO NOTHING
  RETURNING token`;

/**
 * Prolongs a held lease. $1 name, $2 token, $3 time to live in ms. No row: somebody else holds it, or it was given
 * back: a renewal that overtakes its own release must not bring the lease back to life.
 */
export const RENEW = `
  UPDATE leases SET expires_at = clock_timestamp() + $3 * interval '1 millisecond'
  WHERE name = $1 AND token = $2 AND expires_at > '-infinity'
  RETURNING token`;

/** Gives a lease back and tells those who wait. $1 name, $2 token, $3 channel. */
export const GIVE_BACK = `
  WITH given AS (
    UPDATE leases SET expires_at = '-infinity' WHERE name = $1 AND token = $2 RETURNING name
  )
  SELECT pg_notify($3, name) FROM given`;

/** Ends every lease; tokens go on growing from where they are. */
export const END_ALL = `UPDATE leases SET expires_at = '-infinity'`;
