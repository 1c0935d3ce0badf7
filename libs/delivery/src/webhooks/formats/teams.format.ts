import type { PublicEvent } from '#projections';
import { shortened } from '../body/standard-body.js';
import { CHAT_PACE, JSON_HEADERS, type Format } from './format.js';
import { asIs } from './inert-text.js';
import { asManyAs, wordsOf, within } from './message-text.js';

const LIMIT = 28_000;

/**
 * Teams, as a workflow or an old connector takes it: an adaptive card under 28 KB, of text runs, which know no
 * Markdown. Old connectors answer 200 also where they failed, with words.
 */
export const teamsFormat: Format = {
  gathers: 20,
  signed: false,
  pace: CHAT_PACE,
  render: (events, { url }) => ({ url, headers: JSON_HEADERS, ...asManyAs(events, card, within(LIMIT)) }),
  refusal: (body) =>
    /fail|error/i.test(body)
      ? { error: `Teams answered: ${shortened(body, 200)}`, tooFast: /\b429\b|throttl/i.test(body) }
      : null,
};

function card(events: readonly PublicEvent[]): string {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: events.flatMap(paragraphs),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return JSON.stringify({ type: 'message', attachments: [{ contentType, contentUrl: null, content }] });
}

function paragraphs(event: PublicEvent) {
  const { title, detail, url } = wordsOf(event, asIs);
  const open = url ? { selectAction: { type: 'Action.OpenUrl', url } } : {};
  return [
    { ...richText({ type: 'TextRun', text: title, weight: 'Bolder', ...open }), separator: true },
    richText({ type: 'TextRun', text: detail, isSubtle: true }),
  ];
}

function richText(run: object) {
  return { type: 'RichTextBlock', inlines: [run] };
}
