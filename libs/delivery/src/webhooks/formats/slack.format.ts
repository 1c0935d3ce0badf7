import type { PublicEvent } from '#projections';
import { shortened } from '../body/standard-body.js';
import { CHAT_PACE, JSON_HEADERS, type Format } from './format.js';
import { asIs, type Escape } from './inert-text.js';
import { headline, wordsOf } from './message-text.js';

/** Entities of Slack's own markup; a mention would begin with `<`. */
const entities: Escape = (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character;

/**
 * Slack's incoming webhooks: a rich text block an event (≤ 50 blocks), in which words are words and never markup;
 * the text beside them is what notifications show. The answer is `ok`.
 */
export const slackFormat: Format = {
  gathers: 40,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => ({
    url,
    headers: JSON_HEADERS,
    body: JSON.stringify({
      text: headline(events, entities),
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: events.map(block),
    }),
    included: events.length,
  }),
  refusal: (body) =>
    body.trim() === 'ok' || body.trim() === ''
      ? null
      : { error: `Slack answered: ${shortened(body, 200)}`, tooFast: /rate_?limited/.test(body) },
};

function block(event: PublicEvent) {
  const { title, detail, url } = wordsOf(event, asIs);
  const style = { bold: true };
  const head = url ? { type: 'link', url, text: title, style } : { type: 'text', text: title, style };
  const elements = [head, { type: 'text', text: `\n${detail}` }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
