/** Runs work on one stream in turn and on different streams at once, so many at a time. */
export class StreamQueue {
  private readonly tails = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];

  /** More at a time would only wait in the connection, where deadlines are already running. */
  constructor(private free = 32) {}

  async run<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const inTurn = () => this.whenFree(work);
    const mine = (this.tails.get(stream) ?? Promise.resolve()).then(inTurn, inTurn);
    this.tails.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.tails.get(stream) === mine) this.tails.delete(stream);
    }
  }

  /** Waits until everything that was begun is done. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.tails.values());
  }

  private async whenFree<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
