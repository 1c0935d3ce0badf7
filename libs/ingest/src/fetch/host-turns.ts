import { hostOf } from './registrable-domain.js';

/** Lets one request at a time through to each host and port of this process; others wait their turn. */
export class HostTurns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` once every earlier one for the same host and port has ended, however it ended. */
  async run<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
    const host = hostOf(url);
    const turn = (this.last.get(host) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.last.set(host, settled);
    try {
      return await turn;
    } finally {
      if (this.last.get(host) === settled) this.last.delete(host);
    }
  }
}
