import type { CommandBus } from '@nestjs/cqrs';
import { Act, type ActMeta, type ActResult } from '#commands';
import { comparePositions, DomainError } from '#domain';
import type { ItemOrder, Poller, PollResult, ScheduledSource } from '#ingest';

const ACTOR: ActMeta = { actor: 'poller' };

/** Polls a source and carries out what the poll came to; only then is it settled. */
export class PollRunner {
  constructor(
    private readonly poller: Poller,
    private readonly commands: CommandBus,
  ) {}

  /**
   * The poll's result and the position of the last event it led to (null: none). Throws PollRefusedError, or what
   * went wrong on our side: then the source is tried again in a few minutes.
   */
  async run(source: ScheduledSource | string): Promise<{ result: PollResult; position: string | null }> {
    const result = await this.poller.poll(source);
    try {
      const position = await this.carryOut(result);
      await this.poller.settle(result);
      return { result, position };
    } catch (error) {
      await this.poller.postpone(result.source, error);
      throw error;
    }
  }

  private async carryOut({ itemCommands, sourceCommands }: PollResult): Promise<string | null> {
    let position: string | null = null;
    for (const order of itemCommands) {
      const { itemId, command } = order;
      position = later(position, await this.act(new Act('item', itemId, command, metaOf(order))));
    }
    for (const { sourceId, command } of sourceCommands) {
      position = later(position, await this.act(new Act('source', sourceId, command, ACTOR)));
    }
    return position;
  }

  /** A source unfollowed, or an item unknown, since the poll began: nothing is left to be said of it. */
  private async act(act: Act): Promise<ActResult | null> {
    try {
      return await this.commands.execute(act);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

/** Old news is flagged as such; of the rest its age decides. */
function metaOf({ backfill }: ItemOrder): ActMeta {
  return backfill === true ? { ...ACTOR, backfill } : ACTOR;
}

function later(position: string | null, result: ActResult | null): string | null {
  if (result === null || result.events.length === 0 || result.position === null) return position;
  return position === null || comparePositions(result.position, position) > 0 ? result.position : position;
}
