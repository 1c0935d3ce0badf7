import type { AnnouncementEvent, AnnouncementState, Recorded } from '#domain';
import type { Database } from '#platform';
import { announcementsProjection } from './announcements.projection.js';
import { wholeState } from './announcements.schema.js';
import { FedView } from './fed-view.fixture.js';
import { IDS } from './histories.fixture.js';
import { holdsAt, pin, type Moment } from './moment.js';
import { stateByFold } from './oracle.js';
import { day } from './readings.fixture.js';

type Event = Recorded<AnnouncementEvent>;

/** On every time and position of a history, just before the times, and before the first position. */
export function momentsOf(log: readonly Event[]): Moment[] {
  const days = [-1, 0, 1, 2, 3, 4, 5].map((n) => day(n));
  const asOfs = [null, ...days, ...days.map((at) => new Date(Date.parse(at) - 1).toISOString())];
  const knownAts = [
    null,
    '5',
    ...log.map(({ position }) => position),
    String(Number(log.at(-1)!.position) - 1),
  ];
  return asOfs.flatMap((asOf) => knownAts.map((knownAt) => ({ asOf, knownAt })));
}

/** Every state of these announcements at every moment, in one query. `condition` is `holdsAt`, or a mutant of it. */
export async function statesByIndex(
  view: FedView,
  moments: readonly (Moment & { ids?: string[] })[],
  condition: string,
) {
  const pinned = moments.map((moment) => pin(moment, '1000000'));
  const ids = moments.map((moment) => (moment.ids ?? IDS).join());
  const rows = await view.database.query<{ at: string; states: AnnouncementState[] }>(
    `SELECT m.at, json_agg(${wholeState(view.schema, 't')} ORDER BY t.announcement, t.number) AS states
     FROM unnest($1::timestamptz[], $2::bigint[], $3::text[]) WITH ORDINALITY AS m(as_of, known_at, ids, at)
     JOIN ${view.schema}.rectangles r ON r.announcement = ANY(string_to_array(m.ids, ',')) AND ${condition}
     JOIN ${view.schema}.states t USING (announcement, number) GROUP BY m.at`,
    [pinned.map(({ asOf }) => asOf), pinned.map(({ knownAt }) => knownAt), ids],
  );
  const byMoment = new Map(rows.map(({ at, states }) => [Number(at) - 1, states]));
  return moments.map((_, at) => byMoment.get(at) ?? []);
}

/** What is true of a rectangle `r` at a moment `m`. */
export const HOLDS = holdsAt('r', 'm.as_of', 'm.known_at');

/** What the fold says of every announcement at every moment. */
export function statesByFold(log: readonly Event[], moments: readonly Moment[]) {
  return moments.map((moment) =>
    IDS.map((id) => stateByFold(id, log, moment)).filter((state) => state !== null),
  );
}

/** The index of a log, in a database of the projections. */
export async function indexed(
  database: Database,
  log: Event[],
  projection = announcementsProjection,
  sizes = [log.length],
  forgetful = false,
) {
  const view = await FedView.create(database, projection);
  await view.feed(log, sizes, forgetful);
  return view;
}
