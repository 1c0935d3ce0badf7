import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.port.js';
import { Gathered } from '../database/gathered.js';
import type { Keyring } from './keyring.js';
import { decrypt, encrypt } from './sealed.format.js';
import { Secrets } from './secrets.port.js';

const BATCH = 500;

interface SecretRow {
  ref: string;
  key_id: string;
  wrapped_key: Buffer;
  sealed: Buffer;
}

/** A secret that is there and cannot be opened: its row was altered, or the keyring lost the key. */
export class SecretUnreadableError extends Error {
  constructor(ref: string, why: string, options?: ErrorOptions) {
    super(`The secret ${ref} cannot be opened: ${why}`, options);
    this.name = 'SecretUnreadableError';
  }
}

/**
 * Secrets in the database. The ref is authenticated with both layers, so rows cannot be swapped. A row deleted
 * takes its data key with it: what an old copy of the ciphertext alone holds stays shut.
 */
export class PgSecrets extends Secrets {
  private readonly reads = new Gathered((refs: string[]) => this.read(refs));

  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {
    super();
  }

  async seal(ref: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError(`The value for the secret ${ref} is no JSON data.`);
    const dataKey = randomBytes(32);
    const sealed = encrypt(dataKey, Buffer.from(text), `value:${ref}`);
    await this.database.query(
      `INSERT INTO secrets (ref, key_id, wrapped_key, sealed) VALUES ($1, $2, $3, $4)
       ON CONFLICT (ref) DO UPDATE SET key_id = excluded.key_id, wrapped_key = excluded.wrapped_key,
         sealed = excluded.sealed, sealed_at = now()`,
      [ref, this.keyring.newest, this.wrap(ref, dataKey), sealed],
    );
  }

  /** Throws SecretUnreadableError when the secret was altered or its key is not in the keyring. */
  async open<Value = unknown>(ref: string): Promise<Value | null> {
    const row = await this.reads.ask(ref);
    if (row === null) return null;
    const dataKey = this.unwrap(row);
    return JSON.parse(opened(ref, () => decrypt(dataKey, row.sealed, `value:${ref}`)).toString()) as Value;
  }

  async shred(ref: string): Promise<void> {
    await this.database.query('DELETE FROM secrets WHERE ref = $1', [ref]);
  }

  /** Wraps every data key with the newest key of the keyring; afterwards older keys may be dropped. Counts them. */
  async rewrap(): Promise<number> {
    let done = 0;
    for (;;) {
      const count = await this.rewrapBatch();
      if (count === 0) return done;
      done += count;
    }
  }

  private async read(refs: string[]): Promise<(SecretRow | null)[]> {
    const rows = await this.database.query<SecretRow>('SELECT * FROM secrets WHERE ref = ANY($1)', [refs]);
    const byRef = new Map(rows.map((row) => [row.ref, row]));
    return refs.map((ref) => byRef.get(ref) ?? null);
  }

  private rewrapBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<SecretRow>(
        'SELECT * FROM secrets WHERE key_id <> $1 ORDER BY ref LIMIT $2 FOR UPDATE',
        [this.keyring.newest, BATCH],
      );
      for (const row of rows)
        await tx.query('UPDATE secrets SET key_id = $2, wrapped_key = $3 WHERE ref = $1', [
          row.ref,
          this.keyring.newest,
          this.wrap(row.ref, this.unwrap(row)),
        ]);
      return rows.length;
    });
  }

  private wrap(ref: string, dataKey: Buffer): Buffer {
    const key = this.keyring.key(this.keyring.newest) as Buffer;
    return encrypt(key, dataKey, `key:${this.keyring.newest}:${ref}`);
  }

  private unwrap(row: SecretRow): Buffer {
    const key = this.keyring.key(row.key_id);
    if (!key)
      throw new SecretUnreadableError(
        row.ref,
        `the keyring has no key "${row.key_id}". Put it back into SECRETS_KEYRING or DATA_DIR/keyring, or set the secret anew.`,
      );
    return opened(row.ref, () => decrypt(key, row.wrapped_key, `key:${row.key_id}:${row.ref}`));
  }
}

function opened(ref: string, open: () => Buffer): Buffer {
  try {
    return open();
  } catch (error) {
    const why = 'it was altered, or sealed by another keyring. Restore the keyring or set the secret anew.';
    throw new SecretUnreadableError(ref, why, { cause: error });
  }
}
