export * from './act.command.js';
export * from './act.handler.js';
