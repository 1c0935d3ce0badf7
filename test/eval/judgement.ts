import type { Label } from './labelled-text.js';
import { alike, dayOf, kindFits, pair, plain, type Paired } from './pairing.js';
import type { Reading, ReadText, Span } from './read-text.js';

/** How a reading of a label did; null where the label leaves nothing to be right or wrong about. */
export interface JudgedPair extends Paired {
  kind: boolean;
  start: boolean | null;
  precision: boolean | null;
  end: boolean | null;
  place: boolean | null;
  /** It tells a day where the label has none. */
  inventedDate: boolean | null;
  inventedEnd: boolean | null;
  inventedPlace: boolean | null;
}

/** A text with everything right and wrong about how it was read. */
export interface JudgedText {
  read: ReadText;
  pairs: JudgedPair[];
  missed: Label[];
  extra: Reading[];
  /** Each piece of evidence: whether it is the very words of the text. */
  evidence: boolean[];
  /** Each field that is told and needs proof: whether it has some. */
  proven: boolean[];
}

const PROVEN = ['kind', 'happens', 'place', 'theme'] as const;
const ALIKE_PLACES = 0.4;

export function judgeText(read: ReadText): JudgedText {
  const { pairs, missed, extra } = pair(read);
  const { announcements } = read;
  return {
    ...{ read, missed, extra },
    pairs: pairs.map(judgePair),
    evidence: announcements.flatMap(({ evidence }) => evidence.map((span) => isExact(read, span))),
    proven: announcements.flatMap((one) =>
      PROVEN.filter((field) => isTold(one, field)).map((field) =>
        one.evidence.some((span) => span.field === field),
      ),
    ),
  };
}

function judgePair({ label, reading }: Paired): JudgedPair {
  return {
    label,
    reading,
    kind: kindFits(label, reading),
    ...judgeDates(label, reading),
    ...judgePlace(label, reading),
  };
}

function judgeDates(label: Label, { happens }: Reading) {
  const told = {
    start: dayOf(happens?.start),
    end: dayOf(happens?.end),
    precision: happens?.precision ?? null,
  };
  return {
    ...{ start: null, precision: null, end: null, inventedDate: null, inventedEnd: null },
    ...(label.eventStart === null ? invented(label, told) : judgeStart(label, told)),
    ...(label.eventEnd ? { end: told.end === label.eventEnd } : {}),
  };
}

interface ToldDates {
  start: string | null;
  end: string | null;
  precision: string | null;
}

function judgeStart(label: Label, { start, end, precision }: ToldDates) {
  const wanted = isMonth(label) ? 'month' : 'day';
  const fine = wanted === 'month' || precision === null || precision === 'day';
  const judged = { start: start === label.eventStart && fine, precision: precision === wanted };
  return label.eventEnd ? judged : { ...judged, inventedEnd: end !== null && end !== start };
}

/** Where the label has no day at all, a day that is told is invented. */
function invented(label: Label, { start, precision }: ToldDates) {
  return label.eventEnd || label.year ? {} : { inventedDate: start !== null && precision === 'day' };
}

/** The label gives a month by its first and last day, and says so. */
function isMonth({ eventStart, eventEnd, doubt }: Label): boolean {
  return /-01$/.test(eventStart ?? '') && /-(28|29|30|31)$/.test(eventEnd ?? '') && /month/.test(doubt ?? '');
}

function judgePlace(label: Label, { place }: Reading) {
  if (!label.place) return { place: null, inventedPlace: place !== null };
  const [wanted, told] = [plain(label.place), plain(place?.name)];
  const holds = told !== '' && (wanted.includes(told) || told.includes(wanted));
  return { place: told !== '' && (holds || alike(wanted, told) > ALIKE_PLACES), inventedPlace: null };
}

function isExact({ given }: ReadText, span: Span): boolean {
  const source = span.in === 'title' ? (given.title ?? '') : given.text;
  return source.slice(span.start, span.end) === span.text;
}

function isTold(reading: Reading, field: (typeof PROVEN)[number]): boolean {
  if (field === 'happens') return Boolean(reading.happens?.start ?? reading.happens?.end);
  return reading[field] !== null;
}
