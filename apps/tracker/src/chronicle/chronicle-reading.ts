import {
  dayStart,
  WIC_TZ,
  type ActivityRef,
  type Evidence,
  type EvidenceField,
  type Happens,
  type Reading,
} from '#domain';
import type { ChronicleEntry } from './chronicle.schema.js';

/** What the chronicle says in an entry: the text of the item, and its reading with the evidence in that text. */
export interface ChronicleStatement {
  text: string;
  reading: Reading;
}

/** Writes an entry out as a text of one line a field, so that each field's evidence is its line. */
export function chronicleStatement(entry: ChronicleEntry): ChronicleStatement {
  const lines: string[] = [];
  const evidence: Evidence[] = [];
  let end = 0;
  const tell = (field: EvidenceField, said: string, label = '') => {
    const start = end + label.length;
    lines.push(label + said);
    end = start + said.length + 1;
    evidence.push({ field, in: 'text', start, end: start + said.length, text: said });
  };
  for (const title of Object.values(entry.title)) tell('title', title);
  tell('kind', entry.kind, 'Kind: ');
  tell('activity', entry.activity, 'Activity: ');
  for (const [field, label, said] of details(entry)) tell(field, said, label);
  tell('announcedAt', entry.announcedAt, 'Announced: ');
  return {
    text: `${lines.join('\n')}\nSource: ${entry.source.title}, ${entry.source.url}\n`,
    reading: readingOf(entry, evidence),
  };
}

function details(entry: ChronicleEntry): [EvidenceField, string, string][] {
  const { phase, happens, place, theme } = entry;
  return [
    ...(phase ? [['phase', 'Phase: ', phase] as [EvidenceField, string, string]] : []),
    ...(happens ? [['happens', 'Happens: ', happensText(happens)] as [EvidenceField, string, string]] : []),
    ...(place ? [['place', 'Place: ', place.name] as [EvidenceField, string, string]] : []),
    ...(theme ? [['theme', 'Theme: ', theme] as [EvidenceField, string, string]] : []),
    ...entry.organisations.map((name): [EvidenceField, string, string] => [
      'organisations',
      'Organisation: ',
      name,
    ]),
    ...entry.people.map(({ name }): [EvidenceField, string, string] => ['people', 'Person: ', name]),
  ];
}

function happensText({ start, end, precision }: Omit<Happens, 'tz'>): string {
  const cut = precision === 'year' ? 4 : precision === 'day' ? 10 : 7;
  return [start, end]
    .flatMap((day) => day?.slice(0, cut) ?? [])
    .filter((day, i, all) => all.indexOf(day) === i)
    .join(' to ');
}

function readingOf(entry: ChronicleEntry, evidence: Evidence[]): Reading {
  const { kind, phase, title, organisations, people, theme, place } = entry;
  const activity: ActivityRef = { id: entry.activity, title: entry.activityTitle ?? {}, known: true };
  return {
    ...{ kind, activity, phase, title, summary: null },
    announcedAt: dayStart(entry.announcedAt, WIC_TZ),
    announcedAtBasis: entry.basis,
    announcedAtPrecision: entry.precision,
    announcedAtRaw: null,
    happens: entry.happens ? { ...entry.happens, tz: WIC_TZ } : null,
    ...{ place, organisations, people, theme },
    confidence: 1,
    evidence,
  };
}
