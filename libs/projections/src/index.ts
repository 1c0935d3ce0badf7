export * from './public-log/public-log.port.js';
