import { replayPoint, type ChangeInput, type WebhookInput } from '#delivery';
import { comparePositions, WIC_TZ, type ReplayPoint } from '#domain';
import type { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { webhookBody, webhookChange } from './webhooks.schema.js';

type Body = z.infer<typeof webhookBody>;
type Change = z.infer<typeof webhookChange>;

/** What a follower asked for, with everything left out filled in. */
export function inputOf(body: Omit<Body, 'from'>): WebhookInput {
  const {
    url,
    format = 'standard',
    chatSecret,
    headers = {},
    maxInFlight = 1,
    ratePerSecond = null,
    description,
  } = body;
  const filter = {
    kinds: [],
    types: [],
    q: null,
    organisation: null,
    place: null,
    activity: null,
    lang: null,
    backfill: false,
    ...filterOf(body),
  };
  return {
    url,
    filter,
    format,
    chatSecret: chatSecret || null,
    headers,
    maxInFlight,
    ratePerSecond,
    description: description || null,
  };
}

/** What a follower asked to be changed; what was left out stays. */
export function changeOf(body: Change): ChangeInput {
  const { url, format, chatSecret, headers, maxInFlight, ratePerSecond, description } = body;
  const rest = {
    url,
    format,
    headers,
    maxInFlight,
    ratePerSecond,
    chatSecret: emptyIsNull(chatSecret),
    description: emptyIsNull(description),
  };
  const filter = filterOf(body);
  return defined({ ...rest, filter: Object.keys(filter).length > 0 ? filter : undefined }) as ChangeInput;
}

function filterOf({ kinds, types, q, organisation, place, activity, lang, backfill }: Change) {
  const texts = { q, organisation, place, activity, lang };
  const cleaned = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, emptyIsNull(value)]),
  );
  return defined({ kinds, types, backfill, ...cleaned }) as Partial<WebhookInput['filter']>;
}

function emptyIsNull(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

function defined(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** Where a replay begins or ends; throws a problem that names the field. */
export function pointOf(text: string, edge: 'from' | 'to'): ReplayPoint {
  const point = replayPoint(text, edge, WIC_TZ);
  if (point === null)
    throw new Problem(400, `"${edge}" is a date or a position.`, {
      errors: [{ pointer: `/${edge}`, detail: 'is neither a date nor a position' }],
    });
  return point;
}

/** Refuses a position beyond the end of the log: nothing would be sent until it is reached. */
export function refuseBeyond(point: ReplayPoint | null, head: string): void {
  if (point === null || !('position' in point) || comparePositions(point.position, head) <= 0) return;
  const detail = `lies beyond the end of this log (${head})`;
  throw new Problem(422, `/from: ${detail}`, { errors: [{ pointer: '/from', detail }] });
}
