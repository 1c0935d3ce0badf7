import { WicError, type WicClient } from '#client';
import { tracker } from './client.js';
import { key } from './key.svelte.js';

/** Something a person does that writes: asks for the key where there is none, and keeps what went wrong. */
export class Action {
  isBusy = $state(false);
  fault = $state.raw<Error | null>(null);

  /** What `work` brought; undefined when it failed, or the person would rather not give a key. */
  async run<Result>(work: (client: WicClient) => Promise<Result>): Promise<Result | undefined> {
    if (this.isBusy || !(await key.needed())) return undefined;
    this.isBusy = true;
    this.fault = null;
    try {
      return await work(tracker());
    } catch (error) {
      if (error instanceof WicError && error.status === 401) key.forget();
      this.fault = error as Error;
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}
