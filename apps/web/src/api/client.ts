import { WicClient } from '#client';
import { key } from './key.svelte.js';

/** The tracker this page came from, with the key if one was given. */
export function tracker(): WicClient {
  return new WicClient({ url: location.origin, ...(key.value ? { key: key.value } : {}) });
}
