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

/** The people and bodies that the pieces of a statement name, as the knowledge writes them. */
export function castOf(scans: Scan[], lexicon: Lexicon): Cast {
  const evidence: Evidence[] = [];
  const people: Person[] = [];
  const organisations: string[] = [];
  for (const [person, { lang, evidence: proof }] of namesIn(scans, lexicon.people, 'people')) {
    if (!proof) continue;
    people.push({
      name: shown(person.names, lang),
      role: (person.roles && shown(person.roles, lang)) || null,
    });
    evidence.push(proof);
  }
  for (const [names, { lang, evidence: proof }] of namesIn(scans, lexicon.bodies, 'organisations')) {
    if (!proof) continue;
    organisations.push(shown(names, lang));
    evidence.push(proof);
  }
  for (const scan of scans) {
    const own = scan.mentions.find((m) => m.kind === 'institution');
    if (!own) continue;
    const name = shown(lexicon.knowledge.institution.names, scan.lang);
    const start = scan.piece.start + own.start;
    const proof = evidenceOf(scan.piece.view, { start, end: scan.piece.start + own.end }, 'organisations');
    if (proof) organisations.unshift(name);
    if (proof) evidence.push(proof);
    break;
  }
  return { people, organisations, evidence };
}
