import { archiveMigrations } from './archive/archive.migrations.js';
import type { Migration } from './database/migrations.js';
import { leasesMigrations } from './leases/leases.migrations.js';
import { platformServicesMigrations } from './platform-services.migrations.js';

/** Everything this library keeps in the database. */
export const platformMigrations: Migration[] = [
  ...leasesMigrations,
  ...archiveMigrations,
  ...platformServicesMigrations,
];
