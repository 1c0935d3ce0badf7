import { WicError, type Announcement, type WicClient } from '#client';
import { Action } from '../api/action.svelte.js';

/** What every change of an announcement is sent with: the revision that the person saw. */
export const seen = ({ revision }: Announcement) => ({ 'if-match': `"${revision}"` });

/** One change at a time; where someone else was faster, the newest is asked for and the form stays. */
export class Change extends Action {
  constructor(private readonly onchanged: () => void) {
    super();
  }

  /** What `work` brought; undefined when it was not done. */
  async make<Result>(work: (client: WicClient) => Promise<Result>): Promise<Result | undefined> {
    const result = await this.run(work);
    const isStale = this.fault instanceof WicError && this.fault.status === 412;
    if (result !== undefined || isStale) this.onchanged();
    return result;
  }
}
