import { randomUUID, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.port.js';
import { apiKeyOf, type ApiKey, type ApiKeyRow, type KeyHolder } from './api-key.js';
import { hashOf, newKey, prefixOf } from './key.format.js';
import { isScope, SCOPES, type Scope } from './scopes.js';

const REMEMBERED_MS = 3000;
const SHORTEST_GIVEN = 24;
const GIVEN: KeyHolder = { id: 'given', name: 'WIC_ADMIN_KEY', scopes: ['admin'] };

interface Known {
  holder: KeyHolder;
  expiresAt: number;
}

/** API keys over the database. A revocation is seen at once in this process, elsewhere within 3 s. */
export class ApiKeys {
  private readonly known = new LRUCache<string, Known>({ max: 1000, ttl: REMEMBERED_MS });
  private given: Buffer | null = null;
  /** Counts revocations: a look-up that began before one must not be remembered after it. */
  private revocations = 0;

  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now,
  ) {}

  /** Makes a key; the answer is the only place that ever holds it. Throws RangeError on bad input. */
  async create(wanted: { name: string; scopes: readonly string[]; expiresAt?: string | null }) {
    return this.insert(wanted.name, checkedScopes(wanted.scopes), this.expiry(wanted.expiresAt), newKey());
  }

  /** Who holds the key (the token of `Authorization: Bearer`), or null when it is not valid now. */
  async verify(key: string): Promise<KeyHolder | null> {
    const hash = hashOf(key);
    if (this.given !== null && timingSafeEqual(hash, this.given)) return GIVEN;
    const id = hash.toString('base64');
    const known = this.known.get(id) ?? (await this.look(hash, id));
    return known !== null && known.expiresAt > this.now() ? known.holder : null;
  }

  /** Newest first, revoked and expired ones included. */
  async list(): Promise<ApiKey[]> {
    const rows = await this.database.query<ApiKeyRow>('SELECT * FROM api_keys ORDER BY created_at DESC, id');
    return rows.map(apiKeyOf);
  }

  /** False when there is no such key; revoking twice is fine. */
  async revoke(id: string): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE api_keys SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 RETURNING id',
      [id],
    );
    this.revocations++;
    this.known.clear();
    return rows.length > 0;
  }

  /** Accepts the operator's own key as an admin key while this process runs; null withdraws it. */
  useGiven(key: string | null | undefined): void {
    if (key && key.length < SHORTEST_GIVEN)
      throw new RangeError(`WIC_ADMIN_KEY has ${key.length} characters; use at least ${SHORTEST_GIVEN}.`);
    this.given = key ? hashOf(key) : null;
  }

  /** Makes the first admin key: once for a database, whoever asks. Null when it was made before. */
  async ensureFirst(): Promise<{ id: string; key: string } | null> {
    const key = newKey();
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO api_keys (id, name, prefix, hash, scopes, first) VALUES ($1, 'first', $2, $3, '{admin}', true)
       ON CONFLICT (first) WHERE first DO NOTHING RETURNING id`,
      [randomUUID(), prefixOf(key), hashOf(key)],
    );
    return rows[0] ? { id: rows[0].id, key } : null;
  }

  private async insert(name: string, scopes: Scope[], expiresAt: string | null, key: string) {
    if (name.trim() === '' || name.length > 200)
      throw new RangeError('A key needs a name of 1 to 200 characters.');
    const [row] = await this.database.query<ApiKeyRow>(
      `INSERT INTO api_keys (id, name, prefix, hash, scopes, expires_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING *`,
      [randomUUID(), name, prefixOf(key), hashOf(key), scopes, expiresAt],
    );
    return { ...apiKeyOf(row as ApiKeyRow), key };
  }

  private expiry(expiresAt: string | null | undefined): string | null {
    if (expiresAt === null || expiresAt === undefined) return null;
    const at = Date.parse(expiresAt);
    if (Number.isNaN(at) || at <= this.now())
      throw new RangeError('expiresAt must be an instant in the future, like 2030-01-31T00:00:00.000Z.');
    return new Date(at).toISOString();
  }

  /** Found by the index on the hash: what its timing tells is about hashes, from which no key can be built. */
  private async look(hash: Buffer, id: string): Promise<Known | null> {
    const { revocations } = this;
    const [row] = await this.database.query<ApiKeyRow>(
      `UPDATE api_keys SET last_used_at = CASE WHEN last_used_at > now() - interval '1 minute'
         THEN last_used_at ELSE now() END
       WHERE hash = $1 AND revoked_at IS NULL RETURNING *`,
      [hash],
    );
    if (!row || !timingSafeEqual(row.hash, hash)) return null;
    const holder = { id: row.id, name: row.name, scopes: row.scopes };
    const known = { holder, expiresAt: row.expires_at?.getTime() ?? Infinity };
    if (revocations === this.revocations) this.known.set(id, known);
    return known;
  }
}

function checkedScopes(scopes: readonly string[]): Scope[] {
  const checked = scopes.filter(isScope);
  if (checked.length === scopes.length && checked.length > 0) return [...new Set(checked)];
  throw new RangeError(`scopes must be one or more of ${SCOPES.join(', ')}.`);
}
