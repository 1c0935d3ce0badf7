import type { Lexicon } from '../knowledge/lexicon.js';
import type { Scan } from '../frames/frame.js';
import { placeGroups, type PlaceGroup } from './place-groups.js';

/** The first place where the pieces of a group say that the institution's own things are: "set up in Wuzhen". */
export function venueIn(scans: Scan[], lexicon: Lexicon): { scan: Scan; group: PlaceGroup } | null {
  for (const scan of scans) {
    if (!scan.mentions.some((m) => m.kind === 'institution' || m.kind === 'summit')) continue;
    const own = scan.mentions.find((m) => m.kind === 'institution' || m.kind === 'summit');
    const group = placeGroups(scan.piece.text, scan.lang, lexicon).find(
      (g) =>
        g.located &&
        own !== undefined &&
        g.start >= own.end &&
        g.start - own.end < 90 &&
        !/headquarter|总部/.test(scan.piece.text),
    );
    if (group) return { scan, group };
  }
  return null;
}
