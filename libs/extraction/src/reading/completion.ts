import type { GroupReading } from '../frames/frames.js';
import type { Scan } from '../frames/frame.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { resolveDate } from '../dates/resolve.js';
import { venueIn } from '../places/venue.js';
import { placeGroups } from '../places/place-groups.js';
import type { Draft } from '../statements/draft.js';
import type { DocumentContext } from './document-context.js';

const THERE =
  /\bat the (?:opening |closing |award |launch )?(?:ceremony|event|meeting|forum|symposium)\b|(?:仪式|会议|开幕式|论坛|会|活动)上/i;
const LASTS =
  /^(?:It|The (?:[\w-]+ ){0,3}(?:summit|conference|event|forum|expo|exhibition|meeting)) (?:lasts|runs|will last|will run|continues|is to last|goes on) (?:until|through|to)|(?:持续|展期)(?:至|到)/i;
const LABEL = /^(?:date|dates|time|when|时间|日期|举办时间|活动时间|会议时间)\W/i;
const VENUE = /^(?:venue|place|location|where|地点|地址|举办地点|会议地点)\W/i;

/** A thing told "at the ceremony" has the day and place of what the group tells first. */
function inherited(draft: Draft, drafts: Draft[]): Draft {
  const text = draft.frames[0]?.scan.piece.text ?? '';
  const main = drafts.find((other) => other !== draft && other.happens?.value.start);
  if (draft.happens || !main?.happens || !THERE.test(text) || main.section !== draft.section) return draft;
  const { start } = main.happens.value;
  const happens = { ...main.happens, value: { ...main.happens.value, end: start } };
  return { ...draft, happens, place: draft.place ?? main.place };
}

/** "It lasts until Sunday" gives the end of what was told before. */
function lasting(drafts: Draft[], scan: Scan, context: DocumentContext): Draft[] {
  const date = LASTS.test(scan.piece.text) ? scan.dates.at(-1) : undefined;
  const at = drafts.findIndex(
    (d) => d.happens?.value.start && (!d.happens.value.end || d.happens.value.end === d.happens.value.start),
  );
  const draft = drafts[at];
  if (!date || !draft?.happens?.value.start) return drafts;
  const reference = draft.happens.value.start;
  const resolved = resolveDate(date, {
    ...context,
    reference,
    editionYear: null,
    lastDay: reference,
    tense: 'future',
  });
  const end = resolved?.to ?? resolved?.from ?? null;
  if (end === null || end < reference) return drafts;
  const happens = { ...draft.happens, value: { ...draft.happens.value, end } };
  return drafts.map((d) => (d === draft ? { ...d, happens } : d));
}

const DEADLINE = /\b(?:deadline|clos(?:es?|ing)|due by|end(?:s|ed)?|until|no later than|before)\b|截止|截至/i;
const CALLS = ['call_for_entries', 'competition_registration'];

/** "Applications close on June 30" gives the end of a call that another sentence opens. */
function deadline(drafts: Draft[], scan: Scan, context: DocumentContext): Draft[] {
  const draft = drafts.find((d) => CALLS.includes(d.kind) && !d.happens?.value.end);
  const date =
    draft && DEADLINE.test(scan.piece.text) ? scan.dates.find((d) => d.precision === 'day') : undefined;
  const resolved =
    date && resolveDate(date, { ...context, editionYear: null, lastDay: null, tense: 'future' });
  const end = resolved?.to ?? resolved?.from ?? null;
  if (!draft || !date || end === null) return drafts;
  const start = draft.happens?.value.start ?? (resolved?.to ? resolved.from : null);
  if (start !== null && start > end) return drafts;
  const happens = {
    value: { start, end, precision: 'day' as const, tz: context.tz },
    piece: scan.piece,
    span: date,
  };
  return drafts.map((d) => (d === draft ? { ...d, happens } : d));
}

/** "Date: …" and "Venue: …" lines tell of the first thing that lacks them. */
function labelled(drafts: Draft[], scan: Scan, context: DocumentContext, lexicon: Lexicon): Draft[] {
  const { text } = scan.piece;
  const date = LABEL.test(text) ? scan.dates[0] : undefined;
  const place = VENUE.test(text) ? placeGroups(text, scan.lang, lexicon)[0] : undefined;
  const first = drafts[0];
  if (!first) return drafts;
  const resolved =
    date && !first.happens
      ? resolveDate(date, { ...context, editionYear: first.year, lastDay: null, tense: null })
      : null;
  const happens =
    resolved && date
      ? {
          value: {
            start: resolved.from,
            end: resolved.to ?? resolved.from,
            precision: resolved.precision,
            tz: context.tz,
          },
          piece: scan.piece,
          span: date,
        }
      : first.happens;
  const where = place && !first.place ? { value: place, piece: scan.piece, span: place } : first.place;
  return [{ ...first, happens, place: where }, ...drafts.slice(1)];
}

const PART = /sub-?forum|分论坛|(?:during|at) the (?:\w+ ){0,2}(?:summit|conference)/i;

/** The yearly meeting is where its text says that it is; its parts are where it is. */
function placed(draft: Draft, drafts: Draft[], reading: GroupReading, lexicon: Lexicon): Draft {
  if (draft.place) return draft;
  if (draft.kind === 'summit') {
    const venue = venueIn(reading.scans, lexicon);
    return venue
      ? { ...draft, place: { value: venue.group, piece: venue.scan.piece, span: venue.group } }
      : draft;
  }
  const part = draft.kind === 'forum' && draft.frames.some((frame) => PART.test(frame.scan.piece.text));
  const whole = part
    ? drafts.find((other) => other !== draft && other.place && other.section === draft.section)
    : undefined;
  return whole ? { ...draft, place: whole.place } : draft;
}

/** Fills what other sentences of the group tell: "at the ceremony", "it lasts until", "Venue: …". */
export function completed(
  drafts: Draft[],
  reading: GroupReading,
  context: DocumentContext,
  lexicon: Lexicon,
): Draft[] {
  let full = drafts;
  for (const scan of reading.scans) {
    full = lasting(full, scan, context);
    full = deadline(full, scan, context);
    full = labelled(full, scan, context, lexicon);
  }
  return full.map((draft) => inherited(placed(draft, full, reading, lexicon), full));
}
