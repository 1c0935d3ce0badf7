import { linesOf, type Line } from './lines.js';
import type { Span, View } from './view.js';

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
}

/** A document cut into pieces. `furniture` are the lines that tell nothing but, perhaps, a date. */
export interface Layout {
  title: Piece | null;
  sections: Section[];
  furniture: string[];
}

const ABBREVIATION =
  /(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|No|Inc|Ltd|Corp|vs|incl|Gen|Gov|Sen|Rep)|\b[A-Z])\.$/;
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
  for (const boundary of line.text.matchAll(BOUNDARY)) {
    const to = boundary.index + boundary[0].length;
    const dotted = boundary[0].startsWith('.');
    if (dotted && ABBREVIATION.test(line.text.slice(Math.max(0, boundary.index - 8), boundary.index + 1)))
      continue;
    push(to);
  }
  push(line.text.length);
  return pieces;
}

/** Cuts a document into its title, its headed sections and their sentences. */
export function layoutOf(titleView: View | null, textView: View): Layout {
  const sections: Section[] = [{ heading: null, sentences: [] }];
  const furniture: string[] = [];
  for (const line of linesOf(textView)) {
    if (line.role === 'noise') furniture.push(line.text);
    else if (line.role === 'heading') {
      const heading: Piece = {
        view: textView,
        start: line.start,
        end: line.end,
        text: line.text,
        role: 'heading',
      };
      sections.push({ heading, sentences: [] });
    } else sections.at(-1)?.sentences.push(...piecesOf(textView, line));
  }
  const text = titleView?.text ?? '';
  const title: Piece | null =
    titleView && text.trim() !== ''
      ? { view: titleView, start: 0, end: text.length, text, role: 'title' }
      : null;
  return { title, sections: sections.filter((s) => s.heading || s.sentences.length > 0), furniture };
}
