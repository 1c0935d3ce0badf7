import type { PublicEvent } from '#projections';
import { shortened } from '../body/standard-body.js';
import { CHAT_PACE, JSON_HEADERS, type Format } from './format.js';
import { headline, wordsOf } from './message-text.js';

/** Slack's incoming webhooks: a section an event (≤ 50 blocks of ≤ 3,000 characters); the answer is `ok`. */
export const slackFormat: Format = {
  gathers: 40,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => ({
    url,
    headers: JSON_HEADERS,
    body: JSON.stringify({
      text: escape(headline(events)),
      unfurl_links: false,
      blocks: events.map(section),
    }),
    included: events.length,
  }),
  refusal: (body) =>
    body.trim() === 'ok' || body.trim() === ''
      ? null
      : { error: `Slack answered: ${shortened(body, 200)}`, tooFast: false },
};

function section(event: PublicEvent) {
  const { title, detail, url } = wordsOf(event);
  const linked = url ? `<${url.replaceAll(/[<>|\s]/g, encodeURIComponent)}|${escape(title)}>` : escape(title);
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: shortened(`*${linked}*\n${escape(detail)}`, 2900) },
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
