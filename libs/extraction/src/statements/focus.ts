import type { Draft } from './draft.js';

/** How much of its text a statement is: its title, a heading, its first words, an aside, or a mention in a text about something else. */
export type Focus = 'title' | 'heading' | 'lead' | 'aside' | 'passing';

const LEAD_PIECES = 3;

/** Where a statement stands in its group of pieces. */
export function focusOf(draft: Draft): Focus {
  const roles = draft.frames.map((frame) => frame.scan.piece.role);
  if (roles.includes('title')) return 'title';
  if (roles.includes('heading')) return 'heading';
  if (!draft.prominent) return 'passing';
  return draft.frames.some((frame) => frame.scan.index < LEAD_PIECES) ? 'lead' : 'aside';
}
