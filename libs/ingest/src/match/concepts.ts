import { CONCEPTS } from './concepts.data.js';

interface Known {
  id: string;
  subject: boolean;
  pattern: RegExp;
}

const KNOWN: readonly Known[] = CONCEPTS.map(({ slug, subject, en, zh }) => ({
  id: `concept:${slug}`,
  subject,
  pattern: new RegExp(`(?<![\\p{Script=Latin}])(?:${en})(?![\\p{Script=Latin}])|${zh}`, 'iu'),
}));

/** What common words of a text mean, in either language: ids that are equal where the words mean the same. */
export function conceptsIn(text: string): string[] {
  return KNOWN.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
}

/** What a text is about, as far as common words tell. */
export function subjectsIn(text: string): Set<string> {
  return new Set(KNOWN.filter(({ subject, pattern }) => subject && pattern.test(text)).map(({ id }) => id));
}
