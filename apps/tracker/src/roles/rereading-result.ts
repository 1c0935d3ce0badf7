import { ownerOf, type LocalizedText } from '#domain';
import type { ItemEventToRead, ReaderOrder } from '#ingest';
import { fieldChanges, type FieldChange } from '#projections';
import type { Imagined } from './imagined-announcements.js';

/** What reading one item again would change of one announcement. */
export interface Difference {
  itemId: string;
  itemTitle: string | null;
  announcementId: string;
  title: LocalizedText;
  /** The types of the events it would lead to. */
  events: string[];
  /** Field by field; `from` is null where there was nothing. */
  changes: FieldChange[];
  /** Why, where that is not said by the fields: an announcement that the text does not state. */
  reason: string | null;
}

/** So many differences are told; the rest is counted. */
const MOST_TOLD = 1000;
/** Fields that say how it was read, not what it says. */
const HOW = new Set(['evidence', 'confidence', 'coverage']);

/** What a re-reading of the archive comes to. */
export class RereadingResult {
  private readonly counts: Record<string, number> = {};
  private readonly differences: Difference[] = [];
  private untold = 0;

  constructor(
    private readonly extractor: string,
    private readonly dryRun: boolean,
  ) {}

  count(...types: string[]): void {
    for (const type of types) this.counts[type] = (this.counts[type] ?? 0) + 1;
  }

  imagine(event: ItemEventToRead, order: ReaderOrder, { types, before, after }: Imagined): void {
    if (types.length === 0) return;
    this.count(...types);
    if (this.differences.length >= MOST_TOLD) return void (this.untold += 1);
    const { command } = order;
    this.differences.push({
      ...{ itemId: ownerOf(event.stream).id, itemTitle: event.data.title },
      ...{ announcementId: order.announcementId, events: types },
      title: after?.title ?? before?.title ?? titleOf(command),
      changes: fieldChanges(before, after).filter(({ field }) => !HOW.has(field)),
      reason: command.type === 'ProposeWithdrawal' ? command.data.withdrawal.reason : null,
    });
  }

  /** As the job's result shows it. */
  told(items: number): Record<string, unknown> {
    const told = { extractor: this.extractor, items, dryRun: this.dryRun, changes: this.counts };
    return this.dryRun ? { ...told, differences: this.differences, untold: this.untold } : told;
  }
}

function titleOf(command: ReaderOrder['command']): LocalizedText {
  return 'reading' in command.data ? command.data.reading.title : {};
}
