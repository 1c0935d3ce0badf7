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

/**
 * Asks whenever what `input` reads changes, cancelling what is under way. An input of null asks nothing.
 * To be called while a component is made.
 */
export function resource<Input, Answer>(
  input: () => Input | null,
  ask: (input: Input, signal: AbortSignal) => Promise<Answer>,
): Resource<Answer> {
  const result = new Resource<Answer>();
  let asked = '';
  $effect(() => {
    const wanted = input();
    const form = JSON.stringify([wanted, result.turn, key.value]);
    if (wanted === null || form === asked) return;
    asked = form;
    const ended = new AbortController();
    untrack(() => void run(result, () => ask(wanted, ended.signal), ended.signal));
    return () => {
      ended.abort();
      asked = '';
    };
  });
  return result;
}

async function run<Answer>(result: Resource<Answer>, ask: () => Promise<Answer>, signal: AbortSignal) {
  result.isBusy = true;
  try {
    const answer = await ask();
    if (signal.aborted) return;
    result.answer = answer;
    result.fault = null;
  } catch (error) {
    if (!signal.aborted) result.fault = error as Error;
  } finally {
    if (!signal.aborted) result.isBusy = false;
  }
}
