import { Command } from '@nestjs/cqrs';
import type { AnnouncementCommand, ItemCommand, SourceCommand, WebhookCommand } from '#domain';

/** Each aggregate with the commands it takes. */
export interface CommandsOf {
  announcement: AnnouncementCommand;
  source: SourceCommand;
  item: ItemCommand;
  webhook: WebhookCommand;
}
export type CommandedAggregate = keyof CommandsOf;

/** Who acts, and what the events are to be traced to. */
export interface ActMeta {
  /** `key:<id>`, `poller`, `reader`, `chronicle`… */
  actor: string;
  /** Makes the events' ids deterministic: carrying the command out again cannot double them. */
  commandId?: string;
  correlationId?: string | null;
  causationId?: string | null;
  /** True for what comes from the chronicle, an archive page or a re-extraction; else it is decided by age. */
  backfill?: boolean;
  /** Refuse unless the stream is at this revision (If-Match). */
  expectedRevision?: number;
}

export interface ActResult {
  /** Of the stream after the command; -1 when it does not exist. */
  revision: number;
  /** Of the stream's last event: what a view must have reached to show the outcome. Null for an empty stream. */
  position: string | null;
  /** Types of the events it led to; empty when it was already so. */
  events: string[];
}

/** Carry out a command on one aggregate. */
export class Act<A extends CommandedAggregate = CommandedAggregate> extends Command<ActResult> {
  constructor(
    readonly aggregate: A,
    readonly id: string,
    readonly command: CommandsOf[A],
    readonly meta: ActMeta,
  ) {
    super();
  }
}
