import { createHmac } from 'node:crypto';
import { CHAT_PACE, JSON_HEADERS, refusalByCode, type Format } from './format.js';
import { fitting, wordsOf } from './message-text.js';

const LIMIT = 16_000;
const TOO_FAST = [9499, 11232];

/** Feishu/Lark: a text message under 20 KB, signed inside the body; success is `code` (or StatusCode) 0. */
export const feishuFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url, chatSecret, now }) => {
    const lines = events.map((event) => {
      const words = wordsOf(event);
      return [words.title, words.detail, words.url].filter(Boolean).join('\n');
    });
    const { text, included } = fitting(lines, LIMIT);
    const signed = chatSecret ? signature(chatSecret, now) : {};
    return {
      url,
      headers: JSON_HEADERS,
      body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }),
      included,
    };
  },
  refusal: (body) => refusalByCode(body, (answer) => answer['code'] ?? answer['StatusCode'], TOO_FAST),
};

/** HMAC-SHA256 of nothing under the key `timestamp\nsecret`, as the service documents it. */
function signature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}
