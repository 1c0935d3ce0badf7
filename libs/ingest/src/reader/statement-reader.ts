import type { AnnouncementCommand, LocalizedText, Reading } from '#domain';
import { REVIEW_THRESHOLD, type Statement } from '#extraction';
import { nameBasedId } from '../identity/name-based-id.js';
import { barBetween } from '../match/bars.rule.js';
import { decide, type Decision } from '../match/decide.js';
import type { KnownNames } from '../match/known-names.js';
import type { KnownAnnouncement, KnownAnnouncements, KnownProposal } from './known-announcements.port.js';
import { asMovedPlan } from './postponed.js';
import { commandFor, coveredBy, type Report } from './report.js';

/** A command for one announcement, with ids that another run over the same text gives again. */
export interface ReaderOrder {
  announcementId: string;
  commandId: string;
  command: AnnouncementCommand;
  statementKey: string;
}

/** What stays the same for all statements of one text. */
export interface ReadingContext {
  known: KnownAnnouncements;
  names: KnownNames;
  /** Announcements that earlier statements of this text turned out to be. */
  touched: Set<string>;
  /** How many statements the text makes. */
  statements: number;
}

/** Decides one statement against everything known now. Null when nothing is to be done. */
export async function readStatement(
  { key, reading: stated }: Statement,
  report: Omit<Report, 'reading'>,
  context: ReadingContext,
): Promise<ReaderOrder | null> {
  const { known, touched } = context;
  const { itemId } = report.coverage;
  const covered = await known.byCoverage(itemId);
  const forbidden = await known.forbidden(itemId);
  const candidates = unique([...covered, ...(await others(stated, context))]);
  const reading = asMovedPlan(stated, candidates);
  const options = { names: context.names, forbidden, sameDocument: touched, itemId };
  const own = nameBasedId('announcement', itemId, key);
  const decided = decide(reading, candidates, options);
  const decision = byOwnStatement({ key, reading, rules: [] }, decided, { covered, own, forbidden, context });
  const announcementId =
    decision.outcome === 'same' ? decision.announcement.id : freeId(own, candidates, forbidden, report);
  const repeated = touched.has(announcementId);
  touched.add(announcementId);
  const told: Report = { ...report, reading };
  const command = repeated ? null : commandFor(told, decision, context.names);
  if (command === null) return null;
  const order = { announcementId, commandId: commandIdOf(key, told), command, statementKey: key };
  return reading.confidence < REVIEW_THRESHOLD
    ? proposed(order, told, decision, await known.proposals(itemId))
    : order;
}

/** Candidates of the same activity, and what is like it in words. */
async function others(reading: Reading, { known, names }: ReadingContext): Promise<KnownAnnouncement[]> {
  const { activity, title, kind, happens } = reading;
  const sameActivity = activity === null ? [] : await known.byActivity(activity.id);
  const from = happens?.start ?? happens?.end ?? null;
  const to = happens?.end ?? from;
  return [
    ...sameActivity,
    ...(await known.similar({ title: inBothLanguages(title, names), kind, from, to })),
  ];
}

/** A title with the names in it as the other language spells them: else nothing told in that one is found. */
function inBothLanguages(title: LocalizedText, names: KnownNames): LocalizedText {
  const written = Object.values(title).join(' ');
  return { ...title, en: [title.en, ...names.spellings(written)].join(' ').trim() };
}

interface Own {
  covered: readonly KnownAnnouncement[];
  own: string;
  forbidden: readonly string[];
  context: ReadingContext;
}

/** An item's edit may change all that matching goes by: its own statement of before is still its own. */
function byOwnStatement(
  { key, reading }: Statement,
  decision: Decision,
  { covered, own, forbidden, context }: Own,
): Decision {
  if (decision.outcome === 'same') return decision;
  const free = covered.filter(({ id }) => !forbidden.includes(id) && !context.touched.has(id));
  const before = free.find(({ id }) => id === own);
  if (before && !key.includes('::'))
    return { outcome: 'same', announcement: before, rule: 'the same statement of the item', score: 0.9 };
  const [only] = free;
  if (!only || covered.length > 1 || context.statements > 1) return decision;
  if (barBetween(reading, only.state, context.names) !== null) return decision;
  return { outcome: 'same', announcement: only, rule: 'the only statement of the item', score: 0.7 };
}

/** The statement's own id, unless it is taken by something that this statement is not. */
function freeId(
  own: string,
  candidates: readonly KnownAnnouncement[],
  forbidden: readonly string[],
  { coverage }: Omit<Report, 'reading'>,
): string {
  const taken = forbidden.includes(own) || candidates.some(({ id }) => id === own);
  return taken ? nameBasedId('apart', own, coverage.itemRevision) : own;
}

/** A text read again by the same extractor with other knowledge may say something else: then it is another command. */
function commandIdOf(key: string, { coverage, extractor, rereading, reading }: Report): string {
  const { itemId, itemRevision } = coverage;
  if (!rereading) return nameBasedId('command', itemId, itemRevision, key, extractor);
  return nameBasedId('reread', itemId, itemRevision, key, extractor, JSON.stringify(reading));
}

/** An unsure statement goes to review, once: what awaits a decision or was rejected is not proposed again. */
function proposed(
  order: ReaderOrder,
  { reading, coverage, extractor, rereading }: Report,
  decision: Decision,
  proposals: readonly KnownProposal[],
): ReaderOrder | null {
  if (decision.outcome === 'same' && coveredBy(decision.announcement, coverage.itemId)) return null;
  const sameText = rereading || coverage.itemRevision === 0;
  const asked = proposals.some(
    ({ proposalId, announcementId }) =>
      proposalId === order.commandId || (sameText && announcementId === order.announcementId),
  );
  if (asked) return null;
  const match = decision.outcome === 'same' ? { rule: decision.rule, score: decision.score } : null;
  const data = { reading, coverage, extractor, proposalId: order.commandId, match };
  return { ...order, command: { type: 'ProposeAnnouncement', data } };
}

function unique(list: readonly KnownAnnouncement[]): KnownAnnouncement[] {
  return [...new Map(list.map((one) => [one.id, one])).values()];
}
