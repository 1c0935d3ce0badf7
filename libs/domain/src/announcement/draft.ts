import type { Recorded } from '../event.js';
import { same } from '../same.js';
import type { AnnouncementPublished, AnnouncementRevised, CoverageAdded } from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';
import type { EvidenceField, LocalizedText, Reading } from './reading.js';

/** An event that carries a full reading: any of them can open an announcement. */
export type Statement = Recorded<AnnouncementPublished | CoverageAdded | AnnouncementRevised>;

/** An announcement while it is being folded: its state and which item each field came from. */
export interface Draft {
  state: AnnouncementState;
  from: Partial<Record<EvidenceField, string>>;
}

const SINGLE_FIELDS = ['activity', 'phase', 'happens', 'place', 'theme'] as const;
const LIST_FIELDS = ['organisations', 'people'] as const;
const TEXT_FIELDS = ['title', 'summary'] as const;

/** The announcement as its first statement tells it. */
export function open(id: string, statement: Statement): Draft {
  const { reading, coverage } = statement.data;
  const { announcedAtRaw: _raw, evidence, ...told } = reading;
  const state: AnnouncementState = {
    ...told,
    id,
    announcedAt: statement.announcedAt ?? reading.announcedAt,
    revision: statement.revision,
    position: statement.position,
    recordedAt: statement.recordedAt,
    backfill: statement.backfill,
    status: 'published',
    mergedInto: null,
    coverage: [coverage],
    evidence: evidence.map((piece) => ({ ...piece, itemId: coverage.itemId })),
  };
  const from = Object.fromEntries(fieldsTold(reading).map((field) => [field, coverage.itemId]));
  return { state, from };
}

/** Another report: its coverage, and whatever was unknown until then. */
export function cover(draft: Draft, { data: { reading, coverage } }: Statement): Draft {
  const known = draft.state;
  const fields = fieldsTold(reading).filter(
    (field) => isUnknown(known, field) || upgrades(known, reading, field),
  );
  const next = take(draft, reading, coverage.itemId, fields);
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, joined(reading[field], known[field])]));
  return {
    from: next.from,
    state: {
      ...next.state,
      ...texts,
      confidence: Math.max(known.confidence, reading.confidence),
      coverage: withCoverage(known.coverage, coverage),
    },
  };
}

/** A report that overrides what was known; what only this item had told and tells no more becomes unknown. */
export function revise(draft: Draft, { data: { reading, coverage } }: Statement): Draft {
  const told = fieldsTold(reading);
  const gone = [...SINGLE_FIELDS, ...LIST_FIELDS].filter(
    (field) => draft.from[field] === coverage.itemId && !told.includes(field),
  );
  const next = take(draft, reading, coverage.itemId, [...told, ...gone, 'kind']);
  const texts = Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, joined(draft.state[field], reading[field])]),
  );
  return {
    from: next.from,
    state: {
      ...next.state,
      ...texts,
      confidence: reading.confidence,
      coverage: withCoverage(draft.state.coverage, coverage),
    },
  };
}

function take(draft: Draft, reading: Reading, itemId: string, fields: readonly EvidenceField[]): Draft {
  const chosen = new Set<EvidenceField>(fields.filter((field) => field !== 'announcedAt'));
  const values = Object.fromEntries([...chosen].map((field) => [field, reading[field as keyof Reading]]));
  const kept = draft.state.evidence.filter((piece) => !chosen.has(piece.field));
  const added = reading.evidence
    .filter((piece) => chosen.has(piece.field))
    .map((piece) => ({ ...piece, itemId }));
  return {
    from: { ...draft.from, ...Object.fromEntries([...chosen].map((field) => [field, itemId])) },
    state: { ...draft.state, ...values, evidence: [...kept, ...added] },
  };
}

function fieldsTold(reading: Reading): EvidenceField[] {
  const single = SINGLE_FIELDS.filter((field) => reading[field] !== null);
  const lists = LIST_FIELDS.filter((field) => reading[field].length > 0);
  const texts = TEXT_FIELDS.filter((field) => reading[field] !== null);
  return ['kind', ...single, ...lists, ...texts, 'announcedAt'];
}

function isUnknown(state: AnnouncementState, field: EvidenceField): boolean {
  const value = state[field as keyof AnnouncementState];
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** A key from knowledge says more than one made up from a title. */
function upgrades(state: AnnouncementState, reading: Reading, field: EvidenceField): boolean {
  return field === 'activity' && state.activity?.known === false && reading.activity?.known === true;
}

/** Both texts by language; `over` wins where both have one. */
function joined(under: LocalizedText | null, over: LocalizedText | null): LocalizedText | null {
  return under === null || over === null ? (over ?? under) : { ...under, ...over };
}

function withCoverage(known: AnnouncementState['coverage'], added: AnnouncementState['coverage'][number]) {
  const at = known.findIndex((coverage) => coverage.itemId === added.itemId);
  if (at < 0) return [...known, added];
  return same(known[at], added) ? known : known.with(at, added);
}
