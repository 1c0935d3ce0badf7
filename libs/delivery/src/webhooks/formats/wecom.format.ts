import type { PublicEvent } from '#projections';
import { CHAT_PACE, JSON_HEADERS, refusalByCode, type Format } from './format.js';
import { widened } from './inert-text.js';
import { asManyAs, markdownOf, within } from './message-text.js';

const LIMIT = 4096;
const TOO_FAST = [45009];

/** WeCom group robots: Markdown of at most 4,096 bytes; the key is in the address; success is errcode 0. */
export const wecomFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => {
    const write = (some: readonly PublicEvent[]) => markdownOf(some, widened);
    const { body: content, included } = asManyAs(events, write, within(LIMIT));
    return {
      url,
      headers: JSON_HEADERS,
      body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }),
      included,
    };
  },
  refusal: (body) => refusalByCode(body, (answer) => answer['errcode'], TOO_FAST),
};
