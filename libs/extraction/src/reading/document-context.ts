import type { Day } from '#domain';
import { dayIn, dayOf, yearOf } from '../dates/calendar.js';
import { dayFrom } from '../dates/resolve.js';
import { datesIn } from '../dates/text-dates.js';
import type { Document } from '../extraction.js';
import type { Layout, Piece } from '../text/sections.js';

/** What a whole document tells of the time it speaks of. */
export interface DocumentContext {
  /** The day of the report; null where nothing gives it. */
  reference: Day | null;
  contextYear: number | null;
  /** The latest day-precise past day that the document itself tells. */
  documentDay: Day | null;
  receivedDay: Day;
  tz: string;
}

const URL_DATE = /(?<!\d)(20\d\d)[-/](0\d|1[0-2])[-/]?([0-3]\d)(?!\d)|\/(20\d\d)(0\d|1[0-2])([0-3]\d)(?!\d)/;
const DATELINE_LIMIT = 200;

function dayInUrl(url: string | null): Day | null {
  const match = url ? URL_DATE.exec(url) : null;
  return match
    ? dayOf(Number(match[1] ?? match[4]), Number(match[2] ?? match[5]), Number(match[3] ?? match[6]))
    : null;
}

const NO_CONTEXT = { reference: null, editionYear: null, contextYear: null, lastDay: null, tense: null };

/** The first full date of a line, if the line says one. */
function fullDayIn(text: string): Day | null {
  for (const date of datesIn(text)) {
    const day =
      date.from?.year !== undefined && date.precision === 'day' ? dayFrom(date.from, NO_CONTEXT) : null;
    if (day) return day;
  }
  return null;
}

const DATELINE =
  /^.{0,40}?(?:updated|published|posted|date|发布时间|时间|日期)[:：]|\((?:xinhua|ap|reuters|afp)\)|^\W*(?:20\d\d[-./年]|[A-Z][a-z]{2,8}\.? \d{1,2}, 20\d\d\W*$)/i;

function datelineDay(layout: Layout): Day | null {
  for (const line of layout.furniture.slice(0, 6)) {
    const day = /updated|published|date|发布|时间|日期/i.test(line) ? fullDayIn(line) : null;
    if (day) return day;
  }
  const opening = layout.sections.flatMap((s) => s.sentences).slice(0, 3);
  const line = opening.find(
    (piece) => piece.start < DATELINE_LIMIT && piece.text.length < 120 && DATELINE.test(piece.text),
  );
  return line ? fullDayIn(line.text) : null;
}

function frequentYear(layout: Layout, pieces: Piece[], latest: number): number | null {
  const counts = new Map<number, number>();
  const count = (text: string, weight: number): void => {
    for (const match of text.matchAll(/(?<![\d-])(?:19[89]\d|20[0-4]\d)(?!\d|%)/g)) {
      const year = Number(match[0]);
      if (year <= latest + 1) counts.set(year, (counts.get(year) ?? 0) + weight);
    }
  };
  if (layout.title) count(layout.title.text, 3);
  for (const piece of pieces) count(piece.text, 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ordered[0]?.[0] ?? null;
}

function latestDay(pieces: Piece[], context: Omit<DocumentContext, 'documentDay'>): Day | null {
  const around = { ...context, editionYear: null, lastDay: null, tense: null };
  const days = pieces
    .flatMap((piece) => datesIn(piece.text))
    .filter((date) => date.precision === 'day')
    .flatMap((date) => [date.from, date.to])
    .flatMap((parts) => (parts && dayFrom(parts, around)) ?? []);
  return days.reduce<Day | null>(
    (latest, day) => (day <= context.receivedDay && (latest === null || day > latest) ? day : latest),
    null,
  );
}

/** Reads what a document tells of its own time. */
export function documentContext(document: Document, layout: Layout): DocumentContext {
  const receivedDay = dayIn(document.receivedAt, document.tz) ?? document.receivedAt.slice(0, 10);
  const stated = document.publishedAt ? dayIn(document.publishedAt, document.tz) : null;
  const reference = stated ?? dayInUrl(document.url) ?? datelineDay(layout);
  const pieces = layout.sections.flatMap((s) => (s.heading ? [s.heading, ...s.sentences] : s.sentences));
  const contextYear = reference ? yearOf(reference) : frequentYear(layout, pieces, yearOf(receivedDay));
  const context = { reference, contextYear, receivedDay, tz: document.tz };
  return { ...context, documentDay: stated ? null : latestDay(pieces, context) };
}
