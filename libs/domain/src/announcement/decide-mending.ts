import { DomainError } from '../decider.js';
import { same } from '../same.js';
import { isDay } from '../time/day.js';
import type { Instant } from '../time/instant.js';
import type { AnnouncementCommand } from './announcement.commands.js';
import type { AnnouncementEvent, CorrectableField, CorrectableFields } from './announcement.events.js';
import { isPublished, type AnnouncementRecord } from './announcement.record.js';
import type { Happens } from './reading.js';

type Data<Type extends AnnouncementCommand['type']> = Extract<AnnouncementCommand, { type: Type }>['data'];

export function correct(data: Data<'CorrectAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  requirePublished(record);
  requireReason(data.reason);
  validate(data.fields);
  if (standsAlready(data.fields, record)) return [];
  const { fields, reason, effective } = data;
  const saw = Object.keys(record.reports);
  return [
    {
      type: 'AnnouncementCorrected',
      data: { fields, reason, effective, saw },
      announcedAt: effective ?? openedAt(record),
    },
  ];
}

export function merge(data: Data<'MergeAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  requirePublished(record);
  requireReason(data.reason);
  const { id, into, survivors, reason } = data;
  if (record.mergedInto === into) return [];
  if (record.mergedInto !== null)
    throw new DomainError('conflict', `It was merged into ${record.mergedInto} already.`);
  if (into === id) throw new DomainError('invalid', 'An announcement cannot be merged into itself.', '/into');
  if (survivors.includes(id)) {
    throw new DomainError(
      'conflict',
      `${into} was itself merged into this announcement; merging would close a cycle.`,
    );
  }
  return [{ type: 'AnnouncementMerged', data: { into, reason }, announcedAt: null }];
}

export function split(data: Data<'SplitAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  requirePublished(record);
  requireReason(data.reason);
  const { id, coverage, to, covering, reason } = data;
  if (coverage.length > 0 && coverage.every((item) => record.forbidden.includes(item))) return [];
  const strange = coverage.find((item) => !covering.includes(item));
  if (strange !== undefined)
    throw new DomainError('invalid', `Item ${strange} does not cover this announcement.`, '/itemIds');
  if (coverage.length === 0)
    throw new DomainError('invalid', 'Name at least one item to split off.', '/itemIds');
  if (covering.every((item) => coverage.includes(item))) {
    throw new DomainError(
      'invalid',
      'At least one item must stay; withdraw the announcement instead.',
      '/itemIds',
    );
  }
  const forbidden = coverage.map((item): AnnouncementEvent => ({
    type: 'MatchForbidden',
    data: { item, announcement: id, reason },
    announcedAt: null,
  }));
  return [{ type: 'AnnouncementSplit', data: { coverage, to, reason }, announcedAt: null }, ...forbidden];
}

export function forbid(data: Data<'ForbidMatch'>, record: AnnouncementRecord): AnnouncementEvent[] {
  return record.forbidden.includes(data.item) ? [] : [{ type: 'MatchForbidden', data, announcedAt: null }];
}

export function withdraw(
  data: Data<'WithdrawAnnouncement'>,
  record: AnnouncementRecord,
): AnnouncementEvent[] {
  requirePublished(record);
  requireReason(data.reason);
  return record.withdrawn ? [] : [{ type: 'AnnouncementWithdrawn', data, announcedAt: data.effective }];
}

function requirePublished(record: AnnouncementRecord): void {
  if (!isPublished(record)) throw new DomainError('not_found', 'There is no such announcement.');
}

function requireReason(reason: string): void {
  if (reason.trim() === '')
    throw new DomainError('invalid', 'Give a reason: the history shows it.', '/reason');
}

function standsAlready(fields: CorrectableFields, { corrections }: AnnouncementRecord): boolean {
  const entries = Object.entries(fields) as [CorrectableField, unknown][];
  return entries.every(
    ([field, value]) => corrections[field] !== undefined && same(corrections[field].value, value),
  );
}

/** When the announcement was first told: the earliest statement. */
function openedAt({ reports }: AnnouncementRecord): Instant | null {
  const told = Object.values(reports).flatMap(({ announcedAt }) => announcedAt ?? []);
  return told.sort()[0] ?? null;
}

function validate(fields: CorrectableFields): void {
  if (Object.keys(fields).length === 0)
    throw new DomainError('invalid', 'Name at least one field to correct.', '/fields');
  if (fields.title !== undefined && !Object.values(fields.title).some((text) => text?.trim())) {
    throw new DomainError('invalid', 'A title needs a text in at least one language.', '/fields/title');
  }
  if (fields.happens) validateHappens(fields.happens);
}

function validateHappens({ start, end }: Happens): void {
  for (const [name, day] of Object.entries({ start, end })) {
    if (day !== null && !isDay(day))
      throw new DomainError('invalid', `${day} is not a date.`, `/fields/happens/${name}`);
  }
  if (start === null && end === null) {
    throw new DomainError(
      'invalid',
      'Give a start or an end; null says that nothing is known.',
      '/fields/happens',
    );
  }
  if (start !== null && end !== null && end < start) {
    throw new DomainError('invalid', 'It cannot end before it starts.', '/fields/happens/end');
  }
}
