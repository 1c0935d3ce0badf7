import { same, type AnnouncementState } from '#domain';
import { announcementView, type AnnouncementView } from './announcement.view.js';

/** A member of the public form that is not what it was; `from` is null where there was nothing. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** Members that say where a state stands and not what it says. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['id', 'revision', 'position', 'recordedAt', 'backfill']);

/** What differs between two states of an announcement, field by field. */
export function fieldChanges(from: AnnouncementState | null, to: AnnouncementState | null): FieldChange[] {
  const [before, after] = [from && announcementView(from), to && announcementView(to)];
  const fields = Object.keys(after ?? before ?? {}).filter((field) => !BOOKKEEPING.has(field));
  return fields
    .map((field) => ({ field, from: valueOf(before, field), to: valueOf(after, field) }))
    .filter((change) => !same(change.from, change.to));
}

function valueOf(view: AnnouncementView | null, field: string): unknown {
  return view?.[field as keyof AnnouncementView] ?? null;
}
