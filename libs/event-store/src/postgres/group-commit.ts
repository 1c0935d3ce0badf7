/** Work that can be sent together: no two of a group share a key. */
export interface Groupable {
  keys: readonly string[];
  /** Rough cost of sending it; a group stays below `MAX_WEIGHT` unless one alone is heavier. */
  weight: number;
}

const MAX_WEIGHT = 4_000_000;
const MAX_GROUP = 64;
/** So many must wait before a second group is prepared while the first is being written. */
const CROWD = 32;

interface Waiting<Work, Outcome> {
  work: Work;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Sends what waits as one group while the group before it is under way: many writers share one commit, one
 * writer alone waits for nobody. When a group fails, each of its members is sent alone and answers for itself,
 * unless `isShared` says that the failure concerns them all.
 */
export class GroupCommit<Work extends Groupable, Outcome> {
  private queue: Waiting<Work, Outcome>[] = [];
  private active = 0;
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly send: (group: Work[]) => Promise<Outcome[]>,
    private readonly isShared: (error: unknown) => boolean,
  ) {}

  add(work: Work): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.queue.push({ work, resolve, reject });
      if (this.active === 0 || (this.active === 1 && this.queue.length >= CROWD)) this.start();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private start(): void {
    this.active += 1;
    const running = this.run();
    this.running.add(running);
    void running.then(() => this.running.delete(running));
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await new Promise<void>(process.nextTick); // those whose turn came with the last group may wish to join
      const group = this.take();
      if (group.length > 0) await this.settle(group);
    }
    this.active -= 1;
  }

  private take(): Waiting<Work, Outcome>[] {
    const group: Waiting<Work, Outcome>[] = [];
    const rest: Waiting<Work, Outcome>[] = [];
    const keys = new Set<string>();
    let weight = 0;
    for (const waiting of this.queue) {
      const { work } = waiting;
      const full = group.length >= MAX_GROUP || (group.length > 0 && weight + work.weight > MAX_WEIGHT);
      const wait = full || work.keys.some((key) => keys.has(key));
      (wait ? rest : group).push(waiting);
      if (!wait) weight += work.weight;
      work.keys.forEach((key) => keys.add(key)); // also of those that wait: nothing may overtake them
    }
    this.queue = rest;
    return group;
  }

  private async settle(group: Waiting<Work, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.send(group.map(({ work }) => work));
      group.forEach(({ resolve }, n) => resolve(outcomes[n] as Outcome));
    } catch (error) {
      if (group.length === 1 || this.isShared(error)) return group.forEach(({ reject }) => reject(error));
      for (const waiting of group) await this.settle([waiting]);
    }
  }
}
