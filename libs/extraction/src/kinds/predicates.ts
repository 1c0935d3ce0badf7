import type { Lang } from '#domain';
import { chinese } from './chinese-verbs.js';
import { english } from './english-verbs.js';
import type { PredicateCue } from './predicate-cue.js';

export type { Deed } from './predicate-cue.js';

/** What is said to happen, by language. */
export const PREDICATES: Record<Lang, PredicateCue[]> = { en: english, zh: chinese };
