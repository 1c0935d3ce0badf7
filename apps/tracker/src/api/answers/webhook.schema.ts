import { REPLAY_MODES, WEBHOOK_FORMATS } from '#domain';
import { z } from 'zod';
import { described, named } from '../../http/named-schema.js';
import { at, logPosition, pageOfRows } from './fields.schema.js';

const about = {
  id: z.string(),
  revision: z.int(),
  url: described(z.string(), { description: 'Without what is secret in it.' }),
  kinds: z.array(z.string()),
  types: z.array(z.string()),
  q: z.string().nullable(),
  organisation: z.string().nullable(),
  place: z.string().nullable(),
  activity: z.string().nullable(),
  lang: z.string().nullable(),
  backfill: z.boolean(),
  format: named('WebhookFormat', z.enum(WEBHOOK_FORMATS)),
  maxInFlight: z.int(),
  ratePerSecond: z.number().nullable(),
  description: z.string().nullable(),
  state: z.enum(['active', 'failing', 'disabled']),
  reason: z.string().nullable(),
  cursor: logPosition.nullable(),
  backlog: z.int(),
  parked: z.int(),
  lastSuccessAt: at.nullable(),
  lastFailure: z.object({ at, error: z.string(), status: z.int().nullable() }).nullable(),
  pausedUntil: at.nullable(),
  warning: described(z.object({ percent: z.int(), disabledAfter: at }).nullable(), {
    description: 'How far it has come towards being disabled for failing, and after when that happens.',
  }),
};

export const webhook = named('Webhook', z.object(about), 'A webhook and how deliveries to it stand.');
export const webhookPage = pageOfRows(webhook);
const secret = described(z.string().optional(), {
  description: 'Shown this once: not to the same request sent again with its Idempotency-Key.',
});
export const newWebhook = named('NewWebhook', z.object({ ...about, secret }));
export const newSecret = z.object({ id: z.string(), secret });

export const testResult = named(
  'WebhookTest',
  z.object({
    ok: z.boolean(),
    status: z.int().nullable(),
    latencyMs: z.number(),
    body: z.string(),
    truncated: z.boolean(),
    error: z.string().nullable(),
    hint: z.string().nullable(),
  }),
  'What came of one signed webhook.ping.',
);

const point = z.union([z.object({ position: logPosition }), z.object({ announcedFrom: at })]);
export const replayRequested = named(
  'WebhookReplay',
  z.object({
    replayId: z.string(),
    from: point,
    to: point.nullable(),
    mode: z.enum(REPLAY_MODES),
    head: logPosition,
  }),
);

export const attemptList = z.object({
  data: z.array(
    named(
      'WebhookAttempt',
      z.object({
        id: z.string(),
        webhookId: z.string(),
        position: logPosition.nullable(),
        lane: described(z.string(), { description: '`live`, `test`, or the id of a replay.' }),
        attempt: z.int(),
        outcome: z.enum(['success', 'failure']),
        startedAt: at,
        durationMs: z.number(),
        status: z.int().nullable(),
        error: z.string().nullable(),
        hint: z.string().nullable(),
        response: z.object({
          headers: z.record(z.string(), z.string()),
          body: z.string(),
          truncated: z.boolean(),
        }),
        delivery: z.enum(['pending', 'delivered', 'parked']).nullable(),
        dueAt: at.nullable(),
      }),
    ),
  ),
  page: z.object({ next: z.string().nullable() }),
});
export const retried = z.object({ attemptId: z.string(), state: z.literal('pending') });
