import { Worker } from 'node:worker_threads';

/** What the thread can be asked to do: see `parser.worker.mjs`. */
export type ParserJob = 'rss' | 'feedsmith' | 'links' | 'article' | 'match';

/** A parser failed on, choked on or ran out of memory over a document. */
export class ParserError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ParserError';
  }
}

interface Answer {
  id: number;
  json?: string;
  error?: string;
}

const MEMORY = { maxOldGenerationSizeMb: 512 };

/**
 * Runs foreign parsers in one thread, one document at a time. A document that takes longer than `timeoutMs`
 * costs the thread, which is replaced; the others wait their turn.
 */
export class ParserThread {
  private worker: Worker | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private id = 0;

  constructor(private readonly timeoutMs = 5_000) {}

  /** What the parser made of the text, as plain JSON data. Rejects with ParserError. */
  async run<Result>(job: ParserJob, text: string): Promise<Result> {
    const turn = this.tail.then(() => this.now<Result>(job, text));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread; a document in work is given up. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private async now<Result>(job: ParserJob, text: string): Promise<Result> {
    const worker = (this.worker ??= this.start());
    const id = ++this.id;
    worker.ref();
    try {
      const answer = await this.ask(worker, { id, job, text });
      if (answer.json === undefined) throw new ParserError(answer.error ?? 'The parser gave no answer.');
      return JSON.parse(answer.json) as Result;
    } finally {
      worker.unref();
    }
  }

  private ask(worker: Worker, request: { id: number; job: ParserJob; text: string }): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const giveUp = (reason: string) => {
        finish();
        if (this.worker === worker) this.worker = null;
        void worker.terminate();
        reject(new ParserError(reason));
      };
      const timer = setTimeout(() => giveUp(`Parsing took more than ${this.timeoutMs} ms.`), this.timeoutMs);
      const onMessage = (answer: Answer) => {
        if (answer.id !== request.id) return;
        finish();
        resolve(answer);
      };
      const onError = (error: Error) => giveUp(`The parser broke down: ${error.message}`);
      const onExit = () => giveUp('The parser ended unexpectedly.');
      const finish = () => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(request);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL('./parser.worker.mjs', import.meta.url), { resourceLimits: MEMORY });
    worker.on('error', () => undefined); // whoever waits has heard it
    worker.unref();
    return worker;
  }
}
