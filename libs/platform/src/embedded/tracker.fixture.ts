import { EmbeddedDatabase } from './embedded-database.js';

/**
 * A process that does with the embedded database what the tracker does: starts it in the directory given, tells
 * its parent the URL or the error, and stops it when asked.
 */
const [dataDir = ''] = process.argv.slice(2);
const startedAt = performance.now();
try {
  const database = await EmbeddedDatabase.start({
    dataDir,
    log: (message) => process.send?.({ log: message }),
  });
  process.send?.({ url: database.url, ms: performance.now() - startedAt });
  process.on('message', () => void database.stop().then(() => process.exit(0)));
} catch (error) {
  process.send?.({ error: (error as Error).message }, () => process.exit(1));
}
