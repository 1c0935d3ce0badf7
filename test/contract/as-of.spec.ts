import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '../acceptance/harness/world.js';
import { yearly } from '../acceptance/texts/news.js';

/**
 * The editions of 2015 and 2019 were announced in their years and recorded at once; that of 2017 was announced
 * between them and recorded after them. So each axis shows what the other hides.
 */
const EARLY = [2015, 2019];
const LATE = 2017;

/** Which editions an answer tells of. */
type Editions = (path: string, moment: object) => Promise<number[]>;

jest.setTimeout(60_000);

describe('every read that travels in time', () => {
  let world: World;
  let knownAt: string;
  const ids = new Map<number, string>();
  const items = new Map<number, string>();

  beforeAll(async () => {
    world = await World.open();
    for (const year of EARLY) await give(year);
    knownAt = await world.head();
    await give(LATE);
    const body = {
      ...{ fields: { theme: 'Corrected' }, reason: 'A spec', effective: '2018-03-01' },
    };
    await world.client.http.json('POST', `/v1/announcements/${ids.get(2015)}/corrections`, { body });
  });
  afterAll(() => world?.close());

  async function give(year: number): Promise<void> {
    const { published, ...news } = yearly(year);
    const result = await world.client.importDocument({ ...news, publishedAt: published });
    ids.set(year, result.announcements[0]!.id);
    items.set(year, result.itemId);
  }

  const get = async (path: string, query: object): Promise<string> => {
    const answer = await world.client.http.raw('GET', path, { query });
    return answer.text();
  };
  const years = (found: Iterable<string | number>) =>
    [...new Set([...found].map(Number))].filter((year) => [...EARLY, LATE].includes(year)).sort();

  const inText: Editions = async (path, moment) =>
    years([...(await get(path, moment)).matchAll(/the (\d{4}) Wuzhen Summit/g)].map(([, year]) => year!));
  const inList: Editions = async (path, moment) =>
    years(
      (JSON.parse(await get(path, moment)) as { data: { activity?: { id: string }; id: string }[] }).data.map(
        ({ activity, id }) => (activity?.id ?? id).slice(-4),
      ),
    );
  const inFacets: Editions = async (path, moment) => {
    const facets = JSON.parse(await get(path, moment)) as Record<string, { value: unknown; count: number }[]>;
    const [kind] = facets['kind'] ?? [];
    const found = years((facets['year'] ?? []).map(({ value }) => Number(value)));
    expect(kind?.count ?? 0).toBe(found.length);
    return found;
  };
  const inTimeline: Editions = async (path, moment) =>
    years([...(await get(path, moment)).matchAll(/"(\d{4})-\d{2}/g)].map(([, year]) => year!));

  it.each<[path: string, of: Editions]>([
    ['/v1/announcements', inList],
    ['/v1/announcements?q=Wuzhen', inList],
    ['/v1/facets', inFacets],
    ['/v1/activities', inList],
    ['/v1/timeline', inTimeline],
    ['/v1/feed.rss', inText],
    ['/v1/feed.atom', inText],
    ['/v1/feed.json', inText],
    ['/v1/calendar.ics', inCalendar],
  ])('%s honours both axes', async (path, of) => {
    expect(await of(path, {})).toEqual([2015, 2017, 2019]);
    expect(await of(path, { asOf: '2016-06-01' })).toEqual([2015]);
    expect(await of(path, { asOf: '2018-06-01' })).toEqual([2015, 2017]);
    expect(await of(path, { knownAt })).toEqual([2015, 2019]);
    expect(await of(path, { asOf: '2018-06-01', knownAt })).toEqual([2015]);
    expect(await of(path, { asOf: '2014-06-01' })).toEqual([]);
  });

  async function inCalendar(path: string, moment: object): Promise<number[]> {
    const calendar = (await get(path, moment)).replace(/\r\n /g, '');
    return years([...calendar.matchAll(/^DTSTART[^:]*:(\d{4})/gm)].map(([, year]) => year!));
  }

  it.each<[name: string, path: (year: number) => string]>([
    ['an announcement', (year) => `/v1/announcements/${ids.get(year)}`],
    ['a history', (year) => `/v1/announcements/${ids.get(year)}/history`],
    ['an activity', (year) => `/v1/activities/${encodeURIComponent(`summit/${year}`)}`],
    ['an item', (year) => `/v1/items/${items.get(year)}`],
  ])('%s is there only once it was announced and known', async (_, path) => {
    const there = (year: number, moment: object) =>
      get(path(year), moment).then(
        () => true,
        (error: { status: number }) => (error.status === 404 ? false : Promise.reject(error as never)),
      );
    expect(await there(LATE, {})).toBe(true);
    expect(await there(LATE, { asOf: '2017-11-08' })).toBe(true);
    expect(await there(LATE, { asOf: '2017-11-07' })).toBe(false);
    expect(await there(LATE, { knownAt })).toBe(false);
    expect(await there(2019, { asOf: '2018-06-01' })).toBe(false);
    expect(await there(2019, { knownAt })).toBe(true);
  });

  it.each<[name: string, theme: (moment: object) => Promise<unknown>]>([
    ['an announcement', async (moment) => (await world.client.announcement(ids.get(2015)!, moment)).theme],
    ['a list', async (moment) => (await world.ofActivity('summit/2015', moment)).theme],
    [
      'an activity',
      async (moment) =>
        (JSON.parse(await get('/v1/activities/summit/2015', moment)) as { theme: string | null }).theme,
    ],
    [
      'a history',
      async (moment) => {
        const { data } = await world.client.history(ids.get(2015)!, moment);
        const changes = data.flatMap((entry) => entry.changes);
        return changes.filter(({ field }) => field === 'theme').at(-1)?.to ?? null;
      },
    ],
  ])('%s shows a correction only from its day, and only once it was made', async (_, theme) => {
    expect(await theme({})).toBe('Corrected');
    expect(await theme({ asOf: '2018-02-28' })).toBeNull();
    expect(await theme({ asOf: '2018-03-01' })).toBe('Corrected');
    expect(await theme({ knownAt })).toBeNull();
    expect(await theme({ asOf: '2018-03-01', knownAt })).toBeNull();
  });

  it('takes a date as that whole day in Asia/Shanghai, or in the zone asked for', async () => {
    const announced = `${LATE}-11-08`; // at noon in Shanghai, before midnight of the day before in Honolulu
    const seen = async (asOf: string, tz?: string) =>
      (await inList('/v1/announcements', { asOf, ...(tz ? { tz } : {}) })).includes(LATE);
    expect(await seen(announced)).toBe(true);
    expect(await seen('2017-11-07')).toBe(false);
    expect(await seen('2017-11-07', 'Pacific/Honolulu')).toBe(true);
    expect(await seen('2017-11-08T03:59:59.999Z')).toBe(false);
    expect(await seen('2017-11-08T04:00:00.000Z')).toBe(true);
  });

  it('takes knownAt as a position, an instant or a date alike', async () => {
    const recordedAt = (await world.log()).find(({ position }) => position === knownAt)!.recordedAt;
    expect(await inList('/v1/announcements', { knownAt: recordedAt })).toEqual([2015, 2019]);
    expect(await inList('/v1/announcements', { knownAt: '2020-01-01' })).toEqual([]);
    expect(await inList('/v1/announcements', { knownAt: recordedAt.slice(0, 10), tz: 'UTC' })).toHaveLength(
      (await inList('/v1/announcements', {})).length,
    );
  });
});
