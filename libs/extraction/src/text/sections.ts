import { linesOf, type Line } from './lines.js';
import type { Span, View } from './view.js';
import { matchesOf } from './matches.js';

/** A sentence, heading or title: the unit in which rules look. */
export interface Piece extends Span {
  view: View;
  text: string;
  role: 'title' | 'heading' | 'body';
}

/** A heading and what stands under it. */
export interface Section {
  heading: Piece | null;
  sentences: Piece[];
  /** One of the numbered items of a round-up, each about something else. */
  item?: boolean;
}

/** A document cut into pieces. `furniture` are the lines that tell nothing but, perhaps, a date. */
export interface Layout {
  title: Piece | null;
  sections: Section[];
  furniture: string[];
}

const ABBREVIATION =
  /(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|No|Inc|Ltd|Corp|vs|incl|Gen|Gov|Sen|Rep)|\b[A-Z])\.$/;
/** "17 December, Lyon." before what happened then and there. */
const HEADED_BY_DAY =
  /^\W*(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?(?:[,;] [A-Z][\w '-]{2,30}){0,2}[.:]$/;
const BOUNDARY = /[。！？；]["')\]]*|[.!?]["')\]]*(?:\[\d+\])*(?= +["'([]?[A-Z0-9\u4e00-\u9fff])/g;

function piecesOf(view: View, line: Line): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.text.slice(from, to);
    const text = raw.trim();
    const start = line.start + from + (raw.length - raw.trimStart().length);
    if (text !== '') pieces.push({ view, start, end: start + text.length, text, role: 'body' });
    from = to;
  };
  for (const boundary of matchesOf(line.text, BOUNDARY)) {
    const to = boundary.index + boundary[0].length;
    const dotted = boundary[0].startsWith('.');
    if (dotted && ABBREVIATION.test(line.text.slice(Math.max(0, boundary.index - 8), boundary.index + 1)))
      continue;
    if (!HEADED_BY_DAY.test(line.text.slice(from, to))) push(to);
  }
  push(line.text.length);
  return pieces;
}

const LEAST_ITEMS = 3;
const ITEM = /^(?:[*#]{1,4} ?)?\(?\d{1,2}[.)、]/;
const ITEM_LENGTH = 60;
const isItem = ({ role, text }: Line): boolean =>
  role === 'body' && text.length >= ITEM_LENGTH && ITEM.test(text);

const headingOf = (view: View, { start, end, text }: Line): Piece => ({
  view,
  start,
  end,
  text,
  role: 'heading',
});

const titleOf = (view: View): Piece => ({
  view,
  start: 0,
  end: view.text.length,
  text: view.text,
  role: 'title',
});

/** Cuts a document into its title, its headed sections and their sentences. */
export function layoutOf(titleView: View | null, textView: View): Layout {
  const sections: Section[] = [{ heading: null, sentences: [] }];
  const furniture: string[] = [];
  const lines = linesOf(textView);
  const items = lines.filter(isItem).length >= LEAST_ITEMS;
  for (const line of lines) {
    if (items && isItem(line)) sections.push({ heading: null, sentences: [], item: true });
    if (line.role === 'noise') furniture.push(line.text);
    else if (line.role === 'heading') sections.push({ heading: headingOf(textView, line), sentences: [] });
    else sections.at(-1)?.sentences.push(...piecesOf(textView, line));
  }
  const title = titleView && titleView.text.trim() !== '' ? titleOf(titleView) : null;
  return { title, sections: sections.filter((s) => s.heading || s.sentences.length > 0), furniture };
}
