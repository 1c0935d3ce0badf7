import { v5 } from 'uuid';

const NAMESPACE = '5a0c9e0e-9d0b-4f43-8a7f-6a2f6d1c7b10';

/** The id under which a webhook is sent the event at a position: the same on every retry and replay. */
export function webhookMessageId(webhookId: string, position: string): string {
  return v5(`${webhookId}:${position}`, NAMESPACE);
}
