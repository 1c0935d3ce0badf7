import type { Told } from './statement.js';

/** The stages of a competition, told by titles in either language; the first that fits. */
const STAGES: readonly (readonly [stage: string, pattern: RegExp])[] = [
  ['semi-final', /semi-?finals?|半决赛|分赛/i],
  ['prizes', /award ceremony|prizes?\b|winners?\b|honou?red|颁奖|获奖|特等奖|大奖/i],
  ['final', /\bfinals?\b|决赛/i],
];

/** The stage of a competition that a statement tells of, null where its title does not say. */
export function stageOf({ kind, title }: Pick<Told, 'kind' | 'title'>): string | null {
  if (kind !== 'competition_result') return null;
  const text = Object.values(title).join(' ');
  return STAGES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
