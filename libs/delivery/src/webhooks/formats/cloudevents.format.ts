import type { PublicEvent } from '#projections';
import { announcementOf } from '../../filter/public-announcement.js';
import { bytes, fittedData, MAX_BODY_BYTES } from '../body/standard-body.js';
import type { Format } from './format.js';

/** CloudEvents 1.0, structured mode; source and id together name the event whoever receives it. */
export const cloudEventsFormat: Format = {
  gathers: 1,
  signed: true,
  pace: null,
  render: ([event], { url, logId }) => ({
    url,
    headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
    body: cloudEvent(event!, logId),
    included: 1,
  }),
  refusal: () => null,
};

function cloudEvent(event: PublicEvent, logId: string): string {
  const subject = announcementOf(event)?.id;
  const write = (data: Record<string, unknown>, truncated: boolean) =>
    JSON.stringify({
      specversion: '1.0',
      id: event.position,
      source: `urn:wic-tracker:log:${logId}`,
      type: `wic.${event.type}`,
      ...(subject && { subject }),
      time: event.recordedAt,
      datacontenttype: 'application/json',
      position: event.position,
      ...(truncated && { truncated }),
      data,
    });
  const { data, truncated } = fittedData(event, (...args) => bytes(write(...args)) < MAX_BODY_BYTES);
  return write(data, truncated);
}
