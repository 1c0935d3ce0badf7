import type { Evidence, Person } from '#domain';
import type { Scan } from '../frames/frame.js';
import type { Names } from '../knowledge/knowledge.js';
import type { Gazetteer } from '../knowledge/gazetteer.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { evidenceOf } from '../text/view.js';

export interface Cast {
  people: Person[];
  organisations: string[];
  evidence: Evidence[];
}

function namesIn<T extends { names: Names } | Names>(
  scans: Scan[],
  gazetteer: Gazetteer<T>,
  field: 'people' | 'organisations',
) {
  const found = new Map<T, { lang: Scan['lang']; evidence: Evidence | null }>();
  for (const scan of scans) {
    for (const { start, end, entry } of gazetteer.find(scan.piece.text)) {
      if (found.has(entry)) continue;
      const span = { start: scan.piece.start + start, end: scan.piece.start + end };
      found.set(entry, { lang: scan.lang, evidence: evidenceOf(scan.piece.view, span, field) });
    }
  }
  return found;
}

const shown = (names: Names, lang: Scan['lang']): string =>
  names[lang][0] ?? names.en[0] ?? names.zh[0] ?? '';

/** The institution itself, where a piece names it. */
function institutionIn(scans: Scan[], lexicon: Lexicon): { name: string; proof: Evidence } | null {
  for (const scan of scans) {
    const own = scan.mentions.find((m) => m.kind === 'institution');
    const span = own && { start: scan.piece.start + own.start, end: scan.piece.start + own.end };
    const proof = span && evidenceOf(scan.piece.view, span, 'organisations');
    if (proof) return { name: shown(lexicon.knowledge.institution.names, scan.lang), proof };
  }
  return null;
}

/** The people and bodies that the pieces of a statement name, as the knowledge writes them. */
export function castOf(scans: Scan[], lexicon: Lexicon): Cast {
  const people = [...namesIn(scans, lexicon.people, 'people')];
  const bodies = [...namesIn(scans, lexicon.bodies, 'organisations')];
  const own = institutionIn(scans, lexicon);
  const organisations = bodies.map(([names, { lang }]) => shown(names, lang));
  const proofs = [...people, ...bodies].flatMap(([, { evidence }]) => evidence ?? []);
  return {
    people: people.map(([person, { lang }]) => ({
      name: shown(person.names, lang),
      role: person.roles ? shown(person.roles, lang) : null,
    })),
    organisations: own ? [own.name, ...organisations] : organisations,
    evidence: own ? [...proofs, own.proof] : proofs,
  };
}
