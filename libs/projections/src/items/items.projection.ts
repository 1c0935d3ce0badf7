import type { ItemEvent } from '#domain';
import { historiesOf } from '../runner/histories.js';
import { afterItemEvent, type ItemState } from './item.state.js';

/** Every item just after each of its events. */
export const itemsProjection = historiesOf<ItemEvent, ItemState>({
  name: 'items',
  version: 1,
  handles: ['ItemReceived', 'ItemChanged', 'ItemVanished'],
  indexes: `CREATE INDEX ON states ((state->>'sourceId'))`,
  after: afterItemEvent,
});
