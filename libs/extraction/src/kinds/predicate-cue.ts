import type { Phase } from '#domain';

/** What is said to happen. */
export type Deed =
  | 'hold'
  | 'open'
  | 'close'
  | 'greet'
  | 'release'
  | 'give'
  | 'launch'
  | 'establish'
  | 'unveil'
  | 'apply'
  | 'cancel'
  | 'feature'
  /** Goes from place to place. */
  | 'tour';

/** A verb, where its subject or object stands, and the phase it tells when it is not about the future. */
export interface PredicateCue {
  deed: Deed;
  /** `before`: the thing comes before the verb; `after`: it is the verb's object. */
  thing: 'before' | 'after';
  verb: string;
  phase: Phase;
}
