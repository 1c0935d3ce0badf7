import type { Lexicon } from '../knowledge/lexicon.js';
import type { Scan } from '../frames/frame.js';
import { placesIn, type PlaceGroup } from './place-groups.js';

/** The first place where the pieces of a group say that the institution's own things are: "set up in Wuzhen". */
export function venueIn(scans: Scan[], lexicon: Lexicon): { scan: Scan; group: PlaceGroup } | null {
  const chronicle = scans.some((scan) => scan.year !== null);
  for (const scan of chronicle ? [] : scans) {
    if (/发布会|press conference|briefing/i.test(scan.piece.text)) continue;
    if (!scan.mentions.some((m) => m.kind === 'institution' || m.kind === 'summit')) continue;
    const own = scan.mentions.find((m) => m.kind === 'institution' || m.kind === 'summit');
    const group = placesIn(scan, lexicon).find(
      (g) =>
        g.located &&
        own !== undefined &&
        g.start >= own.end &&
        g.start - own.end < 90 &&
        !/headquarter|总部/.test(scan.piece.text),
    );
    if (group) return { scan, group };
  }
  return venueByName(scans, lexicon);
}

/** The place in the name of the yearly meeting, wherever the group names it in full. */
function venueByName(scans: Scan[], lexicon: Lexicon): { scan: Scan; group: PlaceGroup } | null {
  for (const scan of scans) {
    for (const name of scan.mentions.filter((m) => m.kind === 'summit' && m.anaphor === null)) {
      const found = lexicon.places.find(scan.piece.text.slice(name.start, name.end))[0];
      if (!found) continue;
      const span = { start: name.start + found.start, end: name.start + found.end };
      return {
        scan,
        group: { ...span, parts: [span], label: null, country: found.entry.country, located: true },
      };
    }
  }
  return homeIn(scans, lexicon);
}

/** The place that the yearly meeting is named after, wherever the group says "in" it. */
function homeIn(scans: Scan[], lexicon: Lexicon): { scan: Scan; group: PlaceGroup } | null {
  const { en = [], zh = [] } = lexicon.summit?.names ?? {};
  for (const scan of scans.filter(({ piece }) => piece.role === 'body')) {
    const names = scan.lang === 'zh' ? zh : en;
    const group = placesIn(scan, lexicon).find(({ located, parts }) => {
      const told = parts.map((part) => scan.piece.text.slice(part.start, part.end));
      return located && names.some((name) => told.some((place) => name.includes(place)));
    });
    if (group) return { scan, group };
  }
  return null;
}
