import { readGroup, type GroupReading, type PieceGroup } from '../frames/frames.js';
import { placeInName } from '../frames/where.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Draft } from '../statements/draft.js';
import { draftsOf } from '../statements/drafting.js';
import { merged } from '../statements/merging.js';
import { themeIn } from '../themes/themes.js';
import { withoutBackground } from './background.js';
import { completed } from './completion.js';
import type { DocumentContext } from './document-context.js';

const NAMED_PLACE = ['summit', 'external_participation'];
const THEMED = ['summit', 'forum', 'symposium', 'expo', 'competition_registration', 'external_participation'];

function withTheme(drafts: Draft[], reading: GroupReading): Draft[] {
  const main = drafts.find((draft) => THEMED.includes(draft.kind));
  if (!main) return drafts;
  for (const scan of reading.scans) {
    const span = themeIn(scan.piece.text, scan.lang);
    if (!span) continue;
    const theme = { value: scan.piece.text.slice(span.start, span.end), piece: scan.piece, span };
    return drafts.map((draft) => (draft === main ? { ...draft, theme } : draft));
  }
  return drafts;
}

/** Where nothing else tells a meeting's place, its own name may. */
function withNamedPlace(draft: Draft, lexicon: Lexicon): Draft {
  if (draft.place || !NAMED_PLACE.includes(draft.kind)) return draft;
  for (const frame of draft.frames) {
    const place = placeInName(frame, lexicon);
    if (place) return { ...draft, place: { value: place, piece: frame.scan.piece, span: place } };
  }
  return draft;
}

/** The drafts of a document: read group by group, the same announcement joined, mere background left out. */
export function readDrafts(
  groups: PieceGroup[],
  context: DocumentContext,
  lexicon: Lexicon,
  trustShort: boolean,
): Draft[] {
  const perGroup = groups.flatMap((group) => {
    const reading = readGroup(group, lexicon, trustShort);
    const drafts = merged(draftsOf(group, reading, context, lexicon));
    return withTheme(completed(drafts, reading, context, lexicon), reading);
  });
  return withoutBackground(merged(perGroup), context).map((draft) => withNamedPlace(draft, lexicon));
}
