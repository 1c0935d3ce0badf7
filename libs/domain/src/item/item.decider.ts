import { type Decider, DomainError } from '../decider.js';
import type { ItemCommand } from './item.commands.js';
import type { ItemContent, ItemEvent } from './item.events.js';

export interface ItemRecord {
  /** Latest content; null before the item was received. */
  content: ItemContent | null;
  revision: number;
  vanished: boolean;
}

/** What may happen to an item. The same content again leads to nothing, whoever brings it. */
export const itemDecider: Decider<ItemRecord, ItemCommand, ItemEvent> = {
  initial: { content: null, revision: 0, vanished: false },
  decide(command, record) {
    switch (command.type) {
      case 'ReceiveItem':
        return receive(command.data, record);
      case 'ReportItemVanished':
        if (record.content === null) throw new DomainError('not_found', 'There is no such item.');
        return record.vanished ? [] : [{ type: 'ItemVanished', data: command.data, announcedAt: null }];
    }
  },
  evolve(record, event) {
    switch (event.type) {
      case 'ItemReceived':
        return { content: event.data, revision: 0, vanished: false };
      case 'ItemChanged':
        return { content: event.data, revision: event.data.revision, vanished: false };
      case 'ItemVanished':
        return { ...record, vanished: true };
    }
  },
};

function receive(
  data: Extract<ItemCommand, { type: 'ReceiveItem' }>['data'],
  record: ItemRecord,
): ItemEvent[] {
  const { updatedAt, ...content } = data;
  if (record.content === null)
    return [{ type: 'ItemReceived', data: content, announcedAt: content.publishedAt }];
  if (!record.vanished && !differs(record.content, content)) return [];
  const revision = record.revision + 1;
  return [{ type: 'ItemChanged', data: { ...content, revision, updatedAt }, announcedAt: updatedAt }];
}

/** Another address or guid form of the same text is no change. */
function differs(known: ItemContent, received: ItemContent): boolean {
  return (
    known.contentHash !== received.contentHash ||
    known.title !== received.title ||
    known.publishedAt !== received.publishedAt
  );
}
