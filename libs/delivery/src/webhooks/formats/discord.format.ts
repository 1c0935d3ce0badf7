import type { PublicEvent } from '#projections';
import { CHAT_PACE, JSON_HEADERS, type Format } from './format.js';
import { backslashed } from './inert-text.js';
import { wordsOf } from './message-text.js';

/** Discord: an embed an event (≤ 10, together ≤ 6,000 characters), nobody mentioned. */
export const discordFormat: Format = {
  gathers: 10,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => ({
    url,
    headers: JSON_HEADERS,
    body: JSON.stringify({ allowed_mentions: { parse: [] }, embeds: events.map(embed) }),
    included: events.length,
  }),
  refusal: () => null,
};

function embed(event: PublicEvent) {
  const { title, detail: description, url } = wordsOf(event, backslashed);
  const timestamp = event.announcedAt ?? event.recordedAt;
  return { title, description, timestamp, ...(url && { url }) };
}
