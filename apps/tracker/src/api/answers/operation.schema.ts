import { SCOPES } from '#platform';
import { z } from 'zod';
import { named } from '../../http/named-schema.js';
import { at, logPosition, pageOfRows } from './fields.schema.js';

export const job = named(
  'Job',
  z.object({
    id: z.string(),
    job: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    result: z.looseObject({}).nullable(),
    error: z.string().nullable(),
    startedAt: at,
    finishedAt: at.nullable(),
  }),
  'Long work with its progress and result.',
);

const keyFields = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  prefix: z.string(),
  createdAt: at,
  expiresAt: at.nullable(),
  revokedAt: at.nullable(),
  lastUsedAt: at.nullable(),
};
export const keyPage = pageOfRows(named('ApiKey', z.object(keyFields)));
export const newKey = named(
  'NewApiKey',
  z.object({ ...keyFields, key: z.string().optional() }),
  'Its key is shown this once: not to the same request sent again with its Idempotency-Key.',
);

const check = z.object({ ok: z.boolean(), detail: z.string() });
export const alive = z.object({ status: z.literal('ok') });
export const health = named(
  'Health',
  z.object({ ok: z.boolean(), checks: z.record(z.string(), check) }),
  'Every check with what was seen.',
);

const counts = z.record(z.string(), z.int());
const view = z.object({
  name: z.string(),
  version: z.int(),
  position: logPosition.nullable(),
  head: logPosition,
  lagMs: z.number(),
});
const seal = z.object({ position: logPosition, digest: z.string(), events: z.int(), sealedAt: at });

export const status = named(
  'TrackerStatus',
  z.object({
    version: z.string(),
    roles: z.array(z.string()),
    startedAt: at,
    extractor: z.string(),
    logId: z.string().nullable(),
    head: logPosition,
    seal: seal.nullable(),
    views: z.array(view),
    skipped: z.array(z.object({ view: z.string(), position: logPosition, reason: z.string() })),
    sources: counts,
    webhooks: counts,
  }),
  'How the tracker stands.',
);
