import { createHmac } from 'node:crypto';
import type { PublicEvent } from '#projections';
import { CHAT_PACE, JSON_HEADERS, refusalByCode, type Format } from './format.js';
import { widened } from './inert-text.js';
import { asManyAs, headline, markdownOf, within } from './message-text.js';

const LIMIT = 16_000;
const TOO_FAST = [130101, 410100];

/** DingTalk: Markdown under 20,000 bytes, signed in the address; success is errcode 0. */
export const dingtalkFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url, chatSecret, now }) => {
    const write = (some: readonly PublicEvent[]) => markdownOf(some, widened);
    const { body: text, included } = asManyAs(events, write, within(LIMIT));
    const title = headline(events.slice(0, included), widened);
    const at = { isAtAll: false };
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { title, text }, at });
    return { url: chatSecret ? signed(url, chatSecret, now) : url, headers: JSON_HEADERS, body, included };
  },
  refusal: (body) => refusalByCode(body, (answer) => answer['errcode'], TOO_FAST),
};

/** HMAC-SHA256 of `milliseconds\nsecret` under the secret, in the query, as the service documents it. */
function signed(url: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const target = new URL(url);
  target.searchParams.set('timestamp', timestamp);
  target.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  );
  return target.href;
}
