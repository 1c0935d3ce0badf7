import type { Migration } from './database/migrations.js';
import { idempotencyMigrations } from './idempotency/idempotency.migrations.js';
import { keysMigrations } from './keys/keys.migrations.js';
import { limitsMigrations } from './limits/stream-tickets.js';
import { secretsMigrations } from './secrets/secrets.migrations.js';

/** The tables of secrets, keys, tickets and idempotency. */
export const platformServicesMigrations: Migration[] = [
  ...secretsMigrations,
  ...keysMigrations,
  ...limitsMigrations,
  ...idempotencyMigrations,
];
