const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
/** Class 08 is "connection exception"; 57P01–57P03: shut down by the administrator, by a crash, not ready yet. */
const SERVER = /^(08...|57P0[123])$/;
/** The driver's own errors carry no code. */
const DRIVER = /^(Connection terminated|Client has encountered a connection error|timeout expired)/;

/** Whether the query failed because the server was away: it may have been done, and can be tried again later. */
export function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false; // no instanceof: errors come from other realms too
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return SYSTEM.has(code) || SERVER.test(code);
  return typeof message === 'string' && DRIVER.test(message);
}
