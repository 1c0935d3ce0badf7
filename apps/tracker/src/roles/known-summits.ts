import { addDays, dayOf, type Happens, type Instant } from '#domain';
import { SummitDays } from '#ingest';
import { ListActivities, NOW, type ActivityView } from '#projections';

/** Days before and after a summit on which there is news of it by the hour: expo and prizes lie around it. */
const AROUND = 2;
const LOOKED_UP_EVERY_MS = 10 * 60_000;

/** How activities are listed; the query handler of that name. */
export interface Activities {
  execute(query: ListActivities): Promise<{ data: Pick<ActivityView, 'happens' | 'status'>[] }>;
}

/** The days of the summits whose dates are announced to the day, with two more on either side. */
export class KnownSummits extends SummitDays {
  private known: { at: number; on: boolean } | null = null;

  /** `onError` hears why the views could not be asked; no summit is on then. */
  constructor(
    private readonly activities: Activities,
    private readonly onError: (error: unknown) => void,
  ) {
    super();
  }

  async on(now: Instant): Promise<boolean> {
    const at = Date.parse(now);
    if (this.known !== null && at - this.known.at < LOOKED_UP_EVERY_MS && at >= this.known.at)
      return this.known.on;
    const known = { at, on: await this.lookUp(now) };
    this.known = known;
    return known.on;
  }

  private async lookUp(now: Instant): Promise<boolean> {
    const query = new ListActivities({ kind: 'summit' }, NOW, now, { limit: 200 });
    try {
      const { data } = await this.activities.execute(query);
      return data.some(
        ({ happens, status }) => status !== 'cancelled' && happens !== null && isAround(happens, now),
      );
    } catch (error) {
      this.onError(error);
      return false;
    }
  }
}

function isAround({ start, end, precision, tz }: Happens, now: Instant): boolean {
  const first = start ?? end;
  const last = end ?? start;
  if (precision !== 'day' || first === null || last === null) return false;
  const today = dayOf(now, tz);
  return addDays(first, -AROUND) <= today && today <= addDays(last, AROUND);
}
