import type { Instant } from './time/instant.js';

/** A fact as a decider states it: what happened, and when the world was told (null: no effective time). */
export interface Fact<Type extends string = string, Data = unknown> {
  type: Type;
  data: Data;
  announcedAt: Instant | null;
}

/** One aggregate's rules. `decide` returns the facts a command leads to; none means "already so". */
export interface Decider<State, Command, Event extends Fact> {
  initial: State;
  decide(command: Command, state: State): Event[];
  /** The state after an event; `id` is the event's own. */
  evolve(state: State, event: Event, id: string): State;
}

/** Why a command was refused. `code` is stable and machine-readable, `message` tells a person what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: 'not_found' | 'conflict' | 'invalid' | 'stale',
    message: string,
    /** JSON pointer of the offending part of the command's data, where there is one. */
    readonly pointer: string | null = null,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
