import { WicError } from '#client';
import { untrack } from 'svelte';
import { key } from './key.svelte.js';

/** What a request has brought: the last answer stays until the next one is here, so nothing flickers. */
export class Resource<Answer> {
  answer = $state.raw<Answer | null>(null);
  fault = $state.raw<WicError | Error | null>(null);
  isBusy = $state(false);
  private again = $state(0);

  /** Asks once more, e.g. when something new was recorded. */
  refresh(): void {
    this.again += 1;
  }

  /** A value that changes when the same is to be asked again. */
  get turn(): number {
    return this.again;
  }
}

/** How many reads of the whole page are under way: who changes what is shown by itself waits for them. */
class Reads {
  pending = 0;
}

export const reads = new Reads();

/**
 * Asks whenever what `input` says changes, cancelling what is under way. An input of null asks nothing; inputs
 * are plain JSON. To be called while a component is made.
 */
export function resource<Input, Answer>(
  input: () => Input | null,
  ask: (input: Input, signal: AbortSignal) => Promise<Answer>,
): Resource<Answer> {
  const result = new Resource<Answer>();
  const form = $derived(JSON.stringify([input(), result.turn, key.value]));
  $effect(() => {
    const [wanted] = JSON.parse(form) as [Input | null];
    if (wanted === null) return;
    const ended = new AbortController();
    untrack(() => void run(result, () => ask(wanted, ended.signal), ended.signal));
    return () => ended.abort();
  });
  return result;
}

async function run<Answer>(result: Resource<Answer>, ask: () => Promise<Answer>, signal: AbortSignal) {
  result.isBusy = true;
  reads.pending += 1;
  try {
    const answer = await ask();
    if (signal.aborted) return;
    result.answer = answer;
    result.fault = null;
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof WicError && error.status === 401) key.refused();
    result.fault = error as Error;
  } finally {
    reads.pending -= 1;
    if (!signal.aborted) result.isBusy = false;
  }
}
