import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AnnouncementState, Instant } from '#domain';
import { announcementView, type AnnouncementView } from '../announcements/announcement.view.js';
import { wholeState } from '../announcements/announcements.schema.js';
import { holdsAt, type Moment } from '../announcements/moment.js';
import { decodeCursor, encodeCursor } from '../queries/cursor.js';
import { ViewReads, type ViewsAt } from '../queries/view-reads.js';
import { indexTokens, queryTokens } from '../search/tokens.js';
import { activityView, inOrder, type ActivityView, type ToldOfActivity } from './activity.view.js';

export interface ActivityFilter {
  kind?: string;
  status?: string;
  year?: number;
  q?: string;
}

/** Activities, the one announced last first. `today` is now, for when `asOf` is open. */
export class ListActivities extends Query<{ data: ActivityView[]; next: string | null; total: number }> {
  constructor(
    readonly filter: ActivityFilter,
    readonly moment: Moment,
    readonly today: Instant,
    readonly page: { cursor?: string | null; limit?: number } = {},
  ) {
    super();
  }
}

@QueryHandler(ListActivities)
export class ListActivitiesHandler implements IQueryHandler<ListActivities> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ filter, moment, today, page }: ListActivities) {
    const { cursor = null, limit = 50 } = page;
    const after = cursor === null ? null : decodeCursor(cursor, 'activities');
    const pinned = after && moment.knownAt === null ? { ...moment, knownAt: after.knownAt } : moment;
    return this.reads.at(pinned, async (views) => {
      const matching = (await this.all(views, moment.asOf ?? today))
        .filter((activity) => matches(activity, filter))
        .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
      const rest = after ? matching.filter((activity) => keyOf(activity) < after.key + after.id) : matching;
      const last = rest.length > limit ? rest[limit - 1]! : null;
      const { knownAt } = views.moment;
      const next =
        last && encodeCursor({ order: 'activities', key: last.lastAnnouncedAt, id: last.id, knownAt });
      return { data: rest.slice(0, limit), next, total: matching.length };
    });
  }

  private async all(views: ViewsAt, at: Instant): Promise<ActivityView[]> {
    const told = await statesOf<ToldOfActivity>(
      views,
      `>= 'activity=' AND s.term < 'activity>'`,
      [],
      `t.state - 'evidence' - 'coverage' - 'summary'`,
    );
    const groups = new Map<string, ToldOfActivity[]>();
    for (const state of told) {
      const { id } = state.activity!;
      const group = groups.get(id);
      if (group) group.push(state);
      else groups.set(id, [state]);
    }
    return [...groups].map(([id, states]) => activityView(id, states, at));
  }
}

/** An activity with its announcements in the order announced; null when none tells of it. */
export class GetActivity extends Query<
  (Omit<ActivityView, 'announcements'> & { announcements: AnnouncementView[] }) | null
> {
  constructor(
    readonly id: string,
    readonly moment: Moment,
    readonly today: Instant,
  ) {
    super();
  }
}

@QueryHandler(GetActivity)
export class GetActivityHandler implements IQueryHandler<GetActivity> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ id, moment, today }: GetActivity) {
    const told = await this.reads.at(moment, (views) =>
      statesOf<AnnouncementState>(
        views,
        `= 'activity=' || $3::text`,
        [id],
        wholeState(views.schemaOf('announcements'), 't'),
      ),
    );
    if (told.length === 0) return null;
    const announcements = inOrder(told).map(announcementView);
    return { ...activityView(id, told, moment.asOf ?? today), announcements };
  }
}

async function statesOf<State>(
  { sql, schemaOf, moment }: ViewsAt,
  term: string,
  values: unknown[],
  what: string,
): Promise<State[]> {
  const schema = schemaOf('announcements');
  const rows = await sql.query<{ state: State }>(
    `SELECT ${what} AS state FROM ${schema}.spans s
     JOIN ${schema}.rectangles r ON r.announcement = s.announcement AND ${holdsAt('r', '$1', '$2')}
     JOIN ${schema}.states t ON t.announcement = r.announcement AND t.number = r.number
     WHERE s.term ${term} AND ${holdsAt('s', '$1', '$2')}`,
    [moment.asOf, moment.knownAt, ...values],
  );
  return rows.map(({ state }) => state);
}

function matches(activity: ActivityView, { kind, status, year, q }: ActivityFilter): boolean {
  return (
    (kind === undefined || activity.kind === kind) &&
    (status === undefined || activity.status === status) &&
    (year === undefined || yearOf(activity) === year) &&
    (q === undefined || found(activity, q))
  );
}

function yearOf({ happens, firstAnnouncedAt }: ActivityView): number {
  return Number((happens?.start ?? happens?.end ?? firstAnnouncedAt).slice(0, 4));
}

function found({ id, title, theme, place }: ActivityView, q: string): boolean {
  const texts = [id, ...Object.values(title), theme ?? '', place?.name ?? ''];
  const tokens = new Set(indexTokens(texts.join('\n')));
  return queryTokens(q).every((token) => tokens.has(token));
}

function keyOf({ lastAnnouncedAt, id }: ActivityView): string {
  return lastAnnouncedAt + id;
}
