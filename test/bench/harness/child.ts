import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A part of a row that runs in a process of its own, and answers one question after the other. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  /** Starts a module that calls `answer`. It gets what this process runs TypeScript with. */
  static async start(file: string, args: string[] = []): Promise<Child> {
    const child = fork(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [ready] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
    if (ready !== 'ready') throw new Error(`${file} ended before it was ready.`);
    return new Child(child);
  }

  /** Throws what went wrong in the child. */
  async ask<Answer>(question: object): Promise<Answer> {
    const over = new AbortController();
    const { signal } = over;
    const heard = Promise.race([
      once(this.process, 'message', { signal }),
      once(this.process, 'exit', { signal }).then(() => [{ error: 'A child process ended.' }]),
    ]) as Promise<[{ error?: string; answer?: Answer }]>;
    this.process.send(question);
    const [{ error, answer }] = await heard.finally(() => over.abort());
    if (error !== undefined) throw new Error(error);
    return answer as Answer;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }
}

/** The child's side: answers each question by `work`. */
export function answer<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  process.on('message', (question) => {
    work(question as Question).then(
      (done) => process.send?.({ answer: done }),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    );
  });
  process.once('disconnect', () => process.exit());
  process.send?.('ready');
}

/** The most memory this process ever had resident, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
