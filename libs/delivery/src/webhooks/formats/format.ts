import type { PublicEvent } from '#projections';

/** What a format needs besides the events. */
export interface RenderContext {
  /** The address as given by the follower. */
  url: string;
  /** The secret a chat service signs with, where one was given. */
  chatSecret: string | null;
  now: Date;
  logId: string;
}

export interface Rendering {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** How many of the events the message holds, from the first; the others want another message. */
  included: number;
}

/** Why a receiver that answered 2xx did not take the message all the same. */
export interface Refusal {
  error: string;
  /** Nothing is wrong but the pace. */
  tooFast: boolean;
}

/** One way of telling a receiver about events. Pure: all it knows is handed to it. */
export interface Format {
  /** Events that one message may gather. */
  gathers: number;
  /** Carries Standard Webhooks headers. */
  signed: boolean;
  /** Messages a second where the follower names no rate; null: as fast as they are taken. */
  pace: number | null;
  render(events: readonly PublicEvent[], context: RenderContext): Rendering;
  /** What the body of a 2xx answer says; null: taken. */
  refusal(body: string): Refusal | null;
}

/** About 20 messages a minute, as chat services allow. */
export const CHAT_PACE = 1 / 3;

export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** For services that answer 200 with an error code in the body: any code but 0 is a refusal. */
export function refusalByCode(
  body: string,
  code: (answer: Record<string, unknown>) => unknown,
  tooFastCodes: readonly number[],
): Refusal | null {
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(body) as Record<string, unknown>;
  } catch {
    return { error: 'The answer is not the JSON this service is known to send.', tooFast: false };
  }
  const value = code(answer);
  if (value === 0) return null;
  const message = answer['msg'] ?? answer['errmsg'] ?? answer['StatusMessage'] ?? 'no message';
  return {
    error: `Refused with code ${String(value)}: ${String(message)}`,
    tooFast: tooFastCodes.includes(value as number) || /too many|too fast|frequen|频/i.test(String(message)),
  };
}
