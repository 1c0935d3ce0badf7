export * from './eventstoredb/esdb-event-store.adapter.js';
export * from './port/event-store.port.js';
export * from './postgres/event-store.migrations.js';
export * from './postgres/pg-event-store.adapter.js';
export * from './upcasting/to-append.js';
export * from './upcasting/upcast.js';
