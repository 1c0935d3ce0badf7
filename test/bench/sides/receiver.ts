import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a path that does not take anything answers: never, or 500. */
export type Dead = 'hang' | 'fail';

/** What came since the last `expect`. */
export interface Tally {
  counts: Map<string, number>;
  /** Requests under a webhook-id that its path had taken before. */
  doubles: number;
}

/** A receiver of webhooks in another process, on every loopback address. */
export class Receiver {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(): Promise<Receiver> {
    const child = fork(join(import.meta.dirname, 'receiver-process.mjs'), [], { execArgv: [] });
    const { port } = await answer<{ port: number }>(child);
    return new Receiver(child, port);
  }

  /** Counts anew; `done` resolves when `count` requests were taken at `paths` together. */
  async expect(
    paths: readonly string[],
    count: number,
    deadPaths: readonly (readonly [string, Dead])[] = [],
  ): Promise<{ done: Promise<unknown> }> {
    this.child.send({ order: 'expect', paths, count, deadPaths });
    await answer(this.child);
    return { done: answer(this.child) };
  }

  async tally(): Promise<Tally> {
    this.child.send({ order: 'tell' });
    const { counts, doubles } = await answer<{ counts: [string, number][]; doubles: number }>(this.child);
    return { counts: new Map(counts), doubles };
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

async function answer<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}
