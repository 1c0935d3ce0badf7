import { standardBody } from '../body/standard-body.js';
import { JSON_HEADERS, type Format } from './format.js';

/** Standard Webhooks: one event a message. */
export const standardFormat: Format = {
  gathers: 1,
  signed: true,
  pace: null,
  render: ([event], { url }) => ({ url, headers: JSON_HEADERS, body: standardBody(event!), included: 1 }),
  refusal: () => null,
};
