import type { Statement } from '../extraction.js';

/** Gives each statement a key that the same text always gives it: its activity or kind, numbered where they repeat. */
export function withKeys(statements: Omit<Statement, 'key'>[]): Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const { kind, phase, activity } = statement.reading;
    const base = `${kind}:${activity?.id ?? ''}:${phase ?? ''}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { ...statement, key: count === 0 ? base : `${base}#${count}` };
  });
}
