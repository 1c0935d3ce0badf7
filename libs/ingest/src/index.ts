export * from './parse/feed.js';
export * from './parse/parse-feed.js';
export * from './parse/parser-thread.js';
