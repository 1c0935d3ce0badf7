import { createHash } from 'node:crypto';
import type { Role } from '#platform';
import { readChronicle } from '../chronicle/chronicle-files.js';
import { loadChronicle } from '../chronicle/chronicle-loader.js';
import { PollerRole } from '../roles/poller.role.js';
import { makeReader } from '../roles/reader.role.js';
import { SealerRole } from '../roles/sealer.role.js';
import { followFirstSources } from './first-start.js';
import type { Parts } from './parts.js';

/** Something a process does until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/** Begins a role. Resolves once it is under way. */
export const START: Record<Role, (parts: Parts) => Promise<Running>> = {
  api: async ({ hub, streams, jobs }) => {
    await hub.start();
    return {
      stop: async () => {
        streams.stop();
        jobs.stop();
        hub.stop();
      },
    };
  },

  projector: async (parts) => {
    const stopping = new AbortController();
    const sealer = new SealerRole(parts);
    const failed = (error: unknown) => {
      parts.logger.fatal({ err: error }, (error as Error).message);
      parts.start.tell((error as Error).message);
    };
    const running = parts.projector.run(stopping.signal).catch(failed);
    sealer.start();
    return {
      stop: async () => {
        stopping.abort();
        await Promise.all([running, sealer.stop()]);
      },
    };
  },

  reader: async (parts) => {
    const { config, logger, start } = parts;
    const reader = makeReader({
      ...parts,
      onBegin: async () => (config.chronicle ? chronicle(parts) : undefined),
    });
    if (config.chronicle) start.tell('Loading the chronicle of WIC history.');
    logger.debug('Reading items');
    reader.start();
    return reader;
  },

  poller: async (parts) => {
    const poller = new PollerRole(parts);
    // the data directory is ours alone: whoever was polling was killed
    if (parts.config.databaseUrl === null) await parts.poller.claims.endAll();
    await followFirstSources(parts);
    await poller.start();
    return poller;
  },

  deliverer: async ({ deliverer }) => {
    await deliverer.start();
    return deliverer;
  },
};

/** Under the reader's lease, before it reads: what it reads is matched with the chronicle. Once for each edition. */
async function chronicle(parts: Parts): Promise<void> {
  const { database, start } = parts;
  const entries = await readChronicle();
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  const loaded = await database.query('SELECT 1 FROM chronicle_loaded WHERE digest = $1', [digest]);
  if (loaded.length === 0) {
    await loadChronicle(entries, parts);
    await database.query('INSERT INTO chronicle_loaded VALUES ($1)', [digest]);
  }
  start.tell(null);
}
