import type { PublicEvent } from '#projections';
import { bytes, shortened } from '../body/standard-body.js';
import { CHAT_PACE, JSON_HEADERS, type Format } from './format.js';
import { markdownOf } from './message-text.js';

const LIMIT = 28_000;

/** Teams: an adaptive card under 28 KB. Old connectors answer 200 also where they failed, with words. */
export const teamsFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => ({ url, headers: JSON_HEADERS, ...card(events) }),
  refusal: (body) =>
    /fail|error/i.test(body)
      ? { error: `Teams answered: ${shortened(body, 200)}`, tooFast: /\b429\b|throttl/i.test(body) }
      : null,
};

function card(events: readonly PublicEvent[]): { body: string; included: number } {
  const shown = events.map((event) => ({ type: 'TextBlock', wrap: true, text: markdownOf(event) }));
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
  };
  const write = (body: unknown[]) =>
    JSON.stringify({
      type: 'message',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: { ...content, body } },
      ],
    });
  while (shown.length > 1 && bytes(write(shown)) > LIMIT) shown.pop();
  return { body: write(shown), included: shown.length };
}
