import type { Instant } from '../time/instant.js';
import type { ItemContent } from './item.events.js';

export type ItemCommand =
  | { type: 'ReceiveItem'; data: ItemContent & { updatedAt: Instant | null } }
  | { type: 'ReportItemVanished'; data: { sourceId: string; reason: 'deleted' | 'gone' } };
