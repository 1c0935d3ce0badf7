import { createHmac } from 'node:crypto';
import type { PublicEvent } from '#projections';
import { CHAT_PACE, JSON_HEADERS, refusalByCode, type Format } from './format.js';
import { asIs } from './inert-text.js';
import { asManyAs, headline, within, wordsOf } from './message-text.js';

const LIMIT = 19_000;
const TOO_FAST = [11232];

/**
 * Feishu/Lark: a rich text message under 20 KB, in which words are no tags (those of a plain one could mention
 * everybody), signed inside the body; success is `code` (or StatusCode) 0.
 */
export const feishuFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url, chatSecret, now }) => {
    const signed = chatSecret ? signature(chatSecret, now) : {};
    const write = (some: readonly PublicEvent[]) =>
      JSON.stringify({ ...signed, msg_type: 'post', content: { post: { zh_cn: post(some) } } });
    return { url, headers: JSON_HEADERS, ...asManyAs(events, write, within(LIMIT)) };
  },
  refusal: (body) => refusalByCode(body, (answer) => answer['code'] ?? answer['StatusCode'], TOO_FAST),
};

function post(events: readonly PublicEvent[]) {
  const content = events.flatMap((event) => {
    const { title, detail, url } = wordsOf(event, asIs);
    const head = url ? { tag: 'a', text: title, href: url } : { tag: 'text', text: title };
    return [[head], [{ tag: 'text', text: detail }]];
  });
  return { title: events.length === 1 ? '' : headline(events, asIs), content };
}

/** HMAC-SHA256 of nothing under the key `timestamp\nsecret`, as the service documents it. */
function signature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}
