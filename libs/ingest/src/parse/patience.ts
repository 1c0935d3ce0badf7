import { setImmediate } from 'node:timers/promises';
import { ParserError } from './parser-thread.js';

/** How long a document may keep everything else waiting at a stretch. */
const STRETCH_MS = 20;
/** Steps between two looks at the clock. */
const STEPS = 256;

/** Lets others run while a long document is read, and ends one that takes too long altogether. */
export class Patience {
  private readonly started = performance.now();
  private since = this.started;
  private steps = 0;

  constructor(private readonly limitMs: number) {}

  /** Whether it is time to `pause`; cheap enough to be asked at every step. */
  get due(): boolean {
    return ++this.steps % STEPS === 0 && performance.now() - this.since > STRETCH_MS;
  }

  /** Waits until others have run. Throws ParserError when the limit is reached. */
  async pause(): Promise<void> {
    if (performance.now() - this.started > this.limitMs)
      throw new ParserError(`Reading took more than ${this.limitMs} ms.`);
    await setImmediate();
    this.since = performance.now();
  }
}
