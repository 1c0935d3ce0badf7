import { dateAnnouncement, type Evidence, type Happens, type Lang, type Place, type Reading } from '#domain';
import { activityOf } from '../activities/activity.js';
import { yearOf } from '../dates/calendar.js';
import { rawOf, evidenceOf, type Span } from '../text/view.js';
import type { Document, Statement } from '../extraction.js';
import type { Frame, Scan } from '../frames/frame.js';
import type { FoundPlace } from '../frames/where.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { DocumentContext } from '../reading/document-context.js';
import type { Piece } from '../text/sections.js';
import { castOf } from './cast.js';
import type { Draft, Found } from './draft.js';

const TITLE_LIMIT = 220;

/** The piece that best says what is announced: a title or heading that tells it, else the first sentence that does. */
function titlePiece(draft: Draft): Piece {
  const pieces = draft.frames.map((frame) => frame.scan.piece);
  const best =
    pieces.find((p) => p.role === 'title') ?? pieces.find((p) => p.role === 'heading') ?? pieces[0];
  if (!best) throw new Error('a draft has at least one frame');
  return best;
}

function clipped(piece: Piece, draft: Draft): Span {
  const cue = draft.frames.find((frame) => frame.scan.piece === piece)?.cue ?? { start: 0, end: 0 };
  if (piece.text.length <= TITLE_LIMIT) return { start: piece.start, end: piece.end };
  const start = Math.max(0, Math.min(cue.start, piece.text.length - TITLE_LIMIT));
  const end = Math.min(piece.text.length, Math.max(cue.end, start + TITLE_LIMIT));
  return { start: piece.start + start, end: piece.start + end };
}

function cueEvidence(frame: Frame, field: 'kind' | 'activity' | 'phase'): Evidence | null {
  const { piece } = frame.scan;
  return evidenceOf(
    piece.view,
    { start: piece.start + frame.cue.start, end: piece.start + frame.cue.end },
    field,
  );
}

const foundEvidence = (found: Found<unknown> | null, field: 'happens' | 'place' | 'theme'): Evidence | null =>
  found &&
  evidenceOf(
    found.piece.view,
    { start: found.piece.start + found.span.start, end: found.piece.start + found.span.end },
    field,
  );

const textOf = (found: Found<unknown>): string =>
  rawOf(found.piece.view, {
    start: found.piece.start + found.span.start,
    end: found.piece.start + found.span.end,
  });

/** Left out of a longer name: the country has a field of its own. */
const COUNTRIES = new Set(['China']);

/** A place by its names alone: town, city, province. Chinese names stand together as they are. */
function placeFrom(found: Found<FoundPlace>): Place {
  const { parts, country, label } = found.value;
  if (label !== null) return { name: label, country };
  const whole = textOf(found);
  const names = [...new Set(parts.map((part) => textOf({ ...found, span: part }).trim()))];
  const finer = names.length > 1 ? names.filter((name) => !COUNTRIES.has(name)) : names;
  return { name: /[\u4e00-\u9fff]/.test(whole) ? whole : finer.join(', '), country };
}

/** What is announced when: §2 of the design, by the domain. */
function announced(document: Document, context: DocumentContext, happens: Happens | null) {
  return dateAnnouncement({
    stated: document.publishedAt
      ? { instant: document.publishedAt, precision: document.publishedAtPrecision ?? 'instant' }
      : null,
    statedRaw: document.publishedAtRaw,
    documentDay: context.documentDay,
    receivedAt: document.receivedAt,
    happens,
    tz: document.tz,
  });
}

interface Around {
  document: Document;
  context: DocumentContext;
  lexicon: Lexicon;
  lang: Lang;
  confidence: number;
}

function evidenceFor(draft: Draft, span: { start: number; end: number }, piece: Piece): Evidence[] {
  const body = draft.frames.find((frame) => frame.scan.piece.role === 'body');
  return [
    ...draft.frames.slice(0, 4).map((frame) => cueEvidence(frame, 'kind')),
    body ? cueEvidence(body, 'activity') : null,
    evidenceOf(piece.view, span, 'title'),
    foundEvidence(draft.happens, 'happens'),
    foundEvidence(draft.place, 'place'),
    foundEvidence(draft.theme, 'theme'),
  ].filter((evidence) => evidence !== null);
}

/** Makes the statement of a draft: every field with the characters that prove it. */
export function statementOf(draft: Draft, around: Around): Omit<Statement, 'key'> {
  const { document, context, lexicon, lang } = around;
  const piece = titlePiece(draft);
  const span = clipped(piece, draft);
  const title = { [lang]: rawOf(piece.view, span).replace(/\s+/g, ' ').trim() };
  const happens = draft.happens?.value ?? null;
  const scans: Scan[] = [...new Set(draft.frames.map((frame) => frame.scan))];
  const cast = castOf(scans, lexicon);
  const detail = {
    topic: draft.topic,
    year: draft.year ?? (context.reference === null ? null : yearOf(context.reference)),
    actor: draft.actor,
    day: happens?.start ?? null,
    title,
  };
  const told = announced(document, context, happens);
  const reading: Reading = {
    kind: draft.kind,
    activity: activityOf(draft.kind, draft.event, detail, lexicon),
    phase: draft.phase,
    title,
    summary: null,
    announcedAt: told.announcedAt,
    announcedAtBasis: told.basis,
    announcedAtPrecision: told.precision,
    announcedAtRaw: told.basis === 'received' ? document.publishedAtRaw : null,
    happens,
    place: draft.place && placeFrom(draft.place),
    organisations: [...new Set(cast.organisations)],
    people: cast.people,
    theme: draft.theme ? textOf(draft.theme) : null,
    confidence: around.confidence,
    evidence: [...evidenceFor(draft, span, piece), ...cast.evidence],
  };
  return { reading, rules: draft.rules };
}
