import { comparePositions, type Recorded } from '../event.js';
import { streamOf } from '../stream.js';
import type { AnnouncementEvent, AnnouncementRevised } from './announcement.events.js';
import type { Statement } from './draft.js';

type Event = Recorded<AnnouncementEvent>;

/** True for the events that carry a full reading. */
export function isStatement(event: Event): event is Statement {
  return (
    event.type === 'AnnouncementPublished' ||
    event.type === 'CoverageAdded' ||
    event.type === 'AnnouncementRevised'
  );
}

/**
 * The statements that stand after splits: an item split off takes with it what was read of it until then,
 * except in the announcement it went to.
 */
export function withoutSplit(known: readonly Event[]): Statement[] {
  const splits = known.filter((event) => event.type === 'AnnouncementSplit');
  const left = (statement: Statement) =>
    splits.some(
      ({ data, position }) =>
        data.coverage.includes(statement.data.coverage.itemId) &&
        statement.stream !== streamOf('announcement', data.to) &&
        comparePositions(statement.position, position) < 0,
    );
  return known.filter(isStatement).filter((statement) => !left(statement));
}

/**
 * Puts the latest re-reading in the place of the event it re-reads: it keeps that event's type, time and place
 * in the order, and brings its own reading.
 */
export function rereadings(statements: readonly Statement[]): Statement[] {
  const latest = new Map<string, Recorded<AnnouncementRevised>>();
  const originals: Statement[] = [];
  for (const statement of statements) {
    const target = statement.type === 'AnnouncementRevised' ? statement.data.rereads : null;
    if (target === null) originals.push(statement);
    else if (isLater(statement, latest.get(target)))
      latest.set(target, statement as Recorded<AnnouncementRevised>);
  }
  return originals.map((original) => withReading(original, latest.get(original.id)));
}

function isLater(statement: Statement, other: Statement | undefined): boolean {
  return other === undefined || comparePositions(statement.position, other.position) > 0;
}

function withReading(original: Statement, reread: Recorded<AnnouncementRevised> | undefined): Statement {
  if (!reread) return original;
  const { reading, coverage, extractor } = reread.data;
  return { ...original, data: { ...original.data, reading, coverage, extractor } } as Statement;
}
