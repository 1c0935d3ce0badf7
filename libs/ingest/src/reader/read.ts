import type { Knowledge } from '#extraction';
import type { Archive } from '#platform';
import { knownNames, type KnownNames } from '../match/known-names.js';
import type { Extractor } from '../poll/extractor.js';
import { coverageOf, documentOf, editedAt, type ItemEventToRead } from './item-event.js';
import type { KnownAnnouncements } from './known-announcements.port.js';
import { noLongerStated } from './no-longer-stated.js';
import { readStatement, type ReaderOrder, type ReadingContext } from './statement-reader.js';

export interface ReaderParts {
  known: KnownAnnouncements;
  archive: Pick<Archive, 'get'>;
  extractor: Extractor;
  /** Whose names matching compares. */
  knowledge: Knowledge;
}

/** An item's text is not in the archive: nothing can be read until it is restored. */
export class MissingTextError extends Error {
  constructor(hash: string) {
    super(
      `The archive has no text ${hash}. Restore the archive from a backup, or import the document again.`,
    );
    this.name = 'MissingTextError';
  }
}

const names = new WeakMap<Knowledge, KnownNames>();

/**
 * Reads an item: what its text announces, matched with what is known. Yields one command at a time and expects
 * it executed before it is asked for the next, so that each statement is matched against the results of those
 * before. `rereading` reads a known text with a better extractor: differences become revisions. What an edited or
 * re-read text alone stated and states no more is proposed for withdrawal. The same item read again gives the
 * same ids, or nothing where it was carried out. Throws MissingTextError.
 */
export async function* read(
  event: ItemEventToRead,
  { known, archive, extractor, knowledge }: ReaderParts,
  { rereading = false }: { rereading?: boolean } = {},
): AsyncGenerator<ReaderOrder, void, void> {
  const text = await archive.get(event.data.contentHash);
  if (text === null) throw new MissingTextError(event.data.contentHash);
  const { lang, statements } = extractor.extract(documentOf(event, text));
  const coverage = coverageOf(event, lang);
  const report = { coverage, extractor: extractor.version, editedAt: editedAt(event), rereading };
  const context: ReadingContext = {
    ...{ known, names: namesOf(knowledge) },
    ...{ touched: new Set(), statements: statements.length },
  };
  for (const statement of statements) {
    await known.catchUp();
    const order = await readStatement(statement, report, context);
    if (order !== null) yield order;
  }
  if (rereading || coverage.itemRevision > 0) yield* noLongerStated(report, context);
}

function namesOf(knowledge: Knowledge): KnownNames {
  const known = names.get(knowledge) ?? knownNames(knowledge);
  names.set(knowledge, known);
  return known;
}
