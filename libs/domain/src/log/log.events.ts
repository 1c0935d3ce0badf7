import type { Fact } from '../decider.js';

/** The log began. Its id tells cursors of this log from those of any other. */
export type LogOpened = Fact<'LogOpened', { logId: string }>;
/** The running digest over every event up to and including `position`. */
export type LogSealed = Fact<'LogSealed', { position: string; digest: string; events: number }>;

export type LogEvent = LogOpened | LogSealed;
