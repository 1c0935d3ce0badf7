import { comparePositions, type Recorded } from '../event.js';
import type {
  AnnouncementCorrected,
  AnnouncementEvent,
  AnnouncementRevised,
  CorrectableField,
  CorrectableFields,
} from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';

/** What lies over the folded statements at one asOf. */
export interface Overlay {
  corrections: CorrectableFields;
  withdrawn: boolean;
  mergedInto: string | null;
}

/**
 * Corrections field by field in the order they were made, less those that an accepted contradiction
 * overruled later. `applying` are the events in force at the asOf.
 */
export function correctionsOf(applying: readonly Recorded<AnnouncementEvent>[]): CorrectableFields {
  const byPosition = [...applying].sort((a, b) => comparePositions(a.position, b.position));
  const fields: CorrectableFields = {};
  for (const event of byPosition) {
    if (event.type === 'AnnouncementCorrected')
      Object.assign(fields, (event as AnnouncementCorrected).data.fields);
    if (event.type === 'AnnouncementRevised') drop(fields, (event as AnnouncementRevised).data.overrules);
  }
  return fields;
}

function drop(fields: CorrectableFields, overruled: readonly CorrectableField[]): void {
  for (const field of overruled) delete fields[field];
}

/** The state with corrections laid over it and its status told. Evidence of corrected fields no longer counts. */
export function lay(
  state: AnnouncementState,
  { corrections, withdrawn, mergedInto }: Overlay,
): AnnouncementState {
  const corrected = Object.keys(corrections);
  return {
    ...state,
    ...corrections,
    title: { ...state.title, ...corrections.title },
    evidence: corrected.length
      ? state.evidence.filter(({ field }) => !corrected.includes(field))
      : state.evidence,
    status: statusOf(corrected.length > 0, withdrawn, mergedInto),
    mergedInto,
  };
}

function statusOf(
  corrected: boolean,
  withdrawn: boolean,
  mergedInto: string | null,
): AnnouncementState['status'] {
  if (mergedInto !== null) return 'merged';
  if (withdrawn) return 'withdrawn';
  return corrected ? 'corrected' : 'published';
}
