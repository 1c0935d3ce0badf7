import type { Withdrawal } from '#domain';
import { nameBasedId } from '../identity/name-based-id.js';
import type { KnownAnnouncement } from './known-announcements.port.js';
import type { Report } from './report.js';
import type { ReaderOrder, ReadingContext } from './statement-reader.js';

/**
 * Announcements that this item alone stated and, as it is read now, states no more: each is put to a person, who
 * withdraws it or lets it stand. What others state too needs nobody: it stands by their word. What a person
 * corrected or accepted is not put in question by better reading.
 */
export async function* noLongerStated(
  report: Omit<Report, 'reading'>,
  { known, touched }: ReadingContext,
): AsyncGenerator<ReaderOrder, void, void> {
  const { coverage, extractor, rereading } = report;
  const { itemId, itemRevision } = coverage;
  await known.catchUp();
  const proposals = rereading ? await known.proposals(itemId) : [];
  const accepted = proposals.filter(({ state }) => state === 'accepted');
  for (const { id, state, reports } of await known.byCoverage(itemId)) {
    const reading = reports?.[itemId];
    if (reading === undefined || touched.has(id) || !standsOn(itemId, state)) continue;
    const looked =
      state.status === 'corrected' || accepted.some(({ announcementId }) => announcementId === id);
    if (rereading && looked) continue;
    const proposalId = nameBasedId('withdrawal', id, itemId, itemRevision);
    const data = { reading, coverage, extractor, proposalId, withdrawal: withdrawalOf(report) };
    const command = { type: 'ProposeWithdrawal', data } as const;
    yield { announcementId: id, commandId: proposalId, command, statementKey: '' };
  }
}

function standsOn(itemId: string, { status, coverage }: KnownAnnouncement['state']): boolean {
  return !['withdrawn', 'merged'].includes(status) && coverage.every((one) => one.itemId === itemId);
}

function withdrawalOf({ rereading, editedAt }: Omit<Report, 'reading'>): Withdrawal {
  if (rereading) return { reason: 'Read better, the text does not state it.', effective: null };
  return { reason: 'The only text that stated it was edited and states it no more.', effective: editedAt };
}
