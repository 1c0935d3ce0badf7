import type { SourceEvent } from '#domain';
import { historiesOf } from '../runner/histories.js';
import { afterSourceEvent, type SourceState } from './source.state.js';

/** Every source just after each of its events. */
export const sourcesProjection = historiesOf<SourceEvent, SourceState>({
  name: 'sources',
  version: 1,
  handles: [
    'SourceFollowed',
    'SourceChanged',
    'SourceMoved',
    'SourcePaused',
    'SourceResumed',
    'SourceBroke',
    'SourceRecovered',
    'GapSuspected',
    'SourceUnfollowed',
  ],
  indexes: '',
  after: afterSourceEvent,
});
