import type { Scan } from '../frames/frame.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { datelineLength } from '../text/dateline.js';
import type { Draft } from '../statements/draft.js';

const HERE = /\bhere\b|此间/;
const BESIDES =
  /\b(?:on the (?:sidelines|margins|fringes)|during (?:the|his|her|their) (?:meeting|visit|stay|trip|event))\b|会议?期间|访问期间/i;
const EARLY = 4;
const ENCOUNTERS = ['exchange', 'partnership', 'external_participation'];

/** "… opened here on Monday": the place of the dateline. */
export function placeHere(draft: Draft, scans: Scan[], lexicon: Lexicon): Draft['place'] {
  const told = [...draft.frames.map(({ scan }) => scan.piece), draft.happens?.piece];
  const here = told.some((piece) => piece !== undefined && HERE.test(piece.text));
  return here ? datelinePlace(scans, lexicon) : null;
}

/** The place of the dateline where that is the one that the yearly meeting is named after. */
export function homeOfDateline(scans: Scan[], lexicon: Lexicon): Draft['place'] {
  const found = datelinePlace(scans, lexicon);
  const names = lexicon.summit?.names.en ?? [];
  const told = found?.piece.text.slice(found.span.start, found.span.end).toLowerCase();
  return told !== undefined && names.some((name) => name.toLowerCase().includes(told)) ? found : null;
}

function datelinePlace(scans: Scan[], lexicon: Lexicon): Draft['place'] {
  for (const { piece, lang } of scans.slice(0, EARLY)) {
    const head = piece.text.slice(0, datelineLength(piece.text, lang));
    const cased = head.replace(/[A-Z]{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
    const [found] = lexicon.places.find(cased);
    if (!found) continue;
    const span = { start: found.start, end: found.end };
    return { value: { ...span, country: found.entry.country, label: null, parts: [span] }, piece, span };
  }
  return null;
}

/** What happens on the sidelines of another thing is where that is. */
export function besides(draft: Draft, drafts: Draft[]): Draft['place'] {
  if (!ENCOUNTERS.includes(draft.kind)) return null;
  if (!draft.frames.some((frame) => BESIDES.test(frame.scan.piece.text))) return null;
  const before = drafts.slice(0, drafts.indexOf(draft)).filter((other) => other.section === draft.section);
  return before.findLast((other) => other.place !== null)?.place ?? null;
}
