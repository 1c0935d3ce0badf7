export * from './database/database.port.js';
export * from './database/migrations.js';
export * from './database/postgres.database.js';
export * from './archive/archive.port.js';
export * from './leases/leases.port.js';
export * from './outbound/outbound-http.port.js';
export * from './queues/wake-ups.port.js';
export * from './secrets/secrets.port.js';
