import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TICKS_A_SECOND = 100;

/** A helper of the bench that runs as a process of its own and does what it is told. */
export class Child<Answer> {
  private constructor(
    private readonly child: ChildProcess,
    /** Its first words. */
    readonly said: Answer,
  ) {}

  static async start<Answer>(script: string): Promise<Child<Answer>> {
    const child = fork(resolve(import.meta.dirname, '..', script), [], { execArgv: [] });
    const [said] = (await once(child, 'message')) as [Answer];
    return new Child(child, said);
  }

  get pid(): number {
    return this.child.pid!;
  }

  tell(order: object): void {
    this.child.send(order);
  }

  /** Tells it something and hears the answer. Throws what went wrong there. */
  async ask(order: object): Promise<Answer> {
    this.child.send(order);
    const [answer] = (await once(this.child, 'message')) as [Answer & { error?: string }];
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}

/** Seconds of processor time that a process has used so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
