import type { PieceGroup } from '../frames/frames.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { sectionNames, type Aboutness } from '../relevance/relevance.js';
import type { Layout, Section } from '../text/sections.js';

const DIGEST_SECTIONS = 3;
const HOUSE_SHARE = 0.5;

/** True where a digest is the institution's own: its sections need not name it each time. */
function ownDigest(layout: Layout, headed: Section[], lexicon: Lexicon, about: Aboutness): boolean {
  if (about.inTitle && headed.length < 6) return true;
  const naming = headed.filter((section) => sectionNames(section, lexicon, about.trustShort)).length;
  return naming >= 2 && naming / headed.length >= HOUSE_SHARE;
}

/** The parts of one notice or report, 一、…: short numbered headings, not the titles of other stories. */
function inParts(headed: Section[]): boolean {
  const numbered = headed.filter(({ heading }) =>
    /^[一二三四五六七八九十]+、.{1,14}$/.test(heading?.text ?? ''),
  );
  return numbered.length * 2 > headed.length;
}

const pieces = (section: Section) =>
  section.heading ? [section.heading, ...section.sentences] : section.sentences;

/** The items of a round-up that name the institution. */
function separate(layout: Layout, lexicon: Lexicon, about: Aboutness): PieceGroup[] {
  return layout.sections.flatMap((section, index) =>
    sectionNames(section, lexicon, about.trustShort)
      ? [{ pieces: pieces(section), section: index + 1, headed: section.heading !== null }]
      : [],
  );
}

/**
 * The pieces of a document that are read together. A digest is read section by section, a round-up only where
 * a section names the institution, an article as a whole with its title.
 */
export function groupsOf(layout: Layout, lexicon: Lexicon, about: Aboutness): PieceGroup[] {
  const headed = layout.sections.filter((section) => section.heading !== null);
  const title = layout.title ? [layout.title] : [];
  const items = layout.sections.filter(({ item }) => item === true);
  if (items.length > 0 && !about.inTitle) return separate(layout, lexicon, about);
  if (headed.length < DIGEST_SECTIONS || inParts(headed)) {
    return [{ pieces: [...title, ...layout.sections.flatMap(pieces)], section: 0, headed: false }];
  }
  const own = ownDigest(layout, headed, lexicon, about);
  const groups = layout.sections.map((section, index) => ({ section, index }));
  const relevant = groups.filter(({ section }) => own || sectionNames(section, lexicon, about.trustShort));
  const sections = relevant.map(({ section, index }) => ({
    pieces: pieces(section),
    section: index + 1,
    headed: section.heading !== null,
  }));
  const first =
    layout.title && lexicon.strong.occurs(layout.title.text)
      ? [{ pieces: title, section: 0, headed: false }]
      : [];
  return [...first, ...sections];
}
