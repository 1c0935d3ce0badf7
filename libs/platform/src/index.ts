export * from './database/database.port.js';
export * from './database/migrations.js';
export * from './database/postgres.database.js';
