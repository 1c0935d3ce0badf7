import type { Draft } from './draft.js';

/** How much of the document a statement is: its title, a section's heading, its first words or an aside. */
export function focusOf(draft: Draft): 'title' | 'heading' | 'lead' | 'aside' {
  const roles = draft.frames.map((frame) => frame.scan.piece.role);
  if (roles.includes('title')) return 'title';
  if (roles.includes('heading')) return 'heading';
  return draft.frames.some((frame) => frame.scan.index <= 2) ? 'lead' : 'aside';
}
