import { WicError, type Announcement, type WicClient } from '#client';
import { untrack } from 'svelte';
import { Action } from '../api/action.svelte.js';

type If = { headers: { 'if-match': string } };

/**
 * One change of an announcement. It is made to the revision that the person saw when she began; where someone
 * else was faster nothing is written, the newest is shown, and only what is sent after that goes by the newest.
 */
export class Change extends Action {
  private revision: number | null;

  constructor(
    private readonly current: () => Announcement,
    private readonly onchanged: () => void,
  ) {
    super();
    this.revision = untrack(current).revision;
  }

  /** What `work` brought, sent with the revision it is made to; undefined when it was not done. */
  async make<Result>(work: (client: WicClient, seen: If) => Promise<Result>): Promise<Result | undefined> {
    const seen = { headers: { 'if-match': `"${this.revision ?? this.current().revision}"` } };
    const result = await this.run((client) => work(client, seen));
    const isStale = this.fault instanceof WicError && this.fault.status === 412;
    if (isStale) this.revision = null;
    if (result !== undefined || isStale) this.onchanged();
    return result;
  }
}
