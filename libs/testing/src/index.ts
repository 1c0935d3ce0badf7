export * from './eventstore-stand-in/stand-in.js';
export * from './free-port.js';
export * from './test-database.js';
export * from './redis-server.js';
export * from './announcements.fixture.js';
export * from './given-when-then.js';
export * from './test-server.js';
export * from './typescript/typescript-child.js';
