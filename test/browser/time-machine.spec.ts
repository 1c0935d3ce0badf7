import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../acceptance/harness/eventually.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { asShown, idsOf, TimelinePage } from './harness/timeline-page.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(120_000);

const DATES = [
  ...['2014-11-18', '2014-11-19', '2015-12-17', '2017-01-01', '2018-12-31', '2019-10-20'],
  ...['2021-09-25', '2023-06-15', '2024-11-19', '2025-11-09'],
];

inBrowser('the time machine', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open({ WIC_CHRONICLE: 'on' });
  });
  afterEach(async () => {
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });
  afterAll(() => at.close());

  async function open(path: string, options = {}) {
    visit = await at.visit(path, options);
    const page = new TimelinePage(visit.page);
    await page.slider.waitFor();
    return page;
  }
  const asOf = () => new URL(visit.page.url()).searchParams.get('asOf');
  const arrived = (day: string | null) => eventually(() => asOf() === day, { what: `asOf ${day}` });

  it('shows what the API says of ten dates: list, total and facets', async () => {
    const timeline = await open('/');
    for (const day of DATES) {
      await visit.page.getByLabel('As of', { exact: true }).fill(day);
      await arrived(day);
      const api = await at.world.client.announcements({ asOf: day, limit: 200 });
      if (api.total > 0) await timeline.total(api.total);
      else await visit.page.getByText('Nothing had been announced by then.').waitFor();
      expect([day, await timeline.ids()]).toEqual([day, idsOf(api.data)]);
      const facets = asShown(await at.world.client.facets({ asOf: day }));
      await eventually(
        async () =>
          JSON.stringify((await timeline.facets())['Year'] ?? {}) === JSON.stringify(facets['Year']),
        {
          what: `the facets of ${day}`,
        },
      );
      if (api.total > 0) expect(await timeline.facets()).toMatchObject(facets);
    }
  });

  it('draws nothing of what comes after the day', async () => {
    const timeline = await open('/?asOf=2019-06-15');
    await timeline.total((await at.world.client.announcements({ asOf: '2019-06-15' })).total);
    const ends = async () => {
      const bars = (await visit.page.locator('path.bars').getAttribute('d')) ?? '';
      const hand = (await visit.page.locator('path.hand').getAttribute('d')) ?? '';
      const right = Math.max(...[...bars.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x)));
      return { right, hand: Number(/M([\d.]+)/.exec(hand)?.[1]) };
    };
    await eventually(async () => (await ends()).right > 0, { what: 'bars' });
    expect((await ends()).right).toBeLessThanOrEqual((await ends()).hand);
    await visit.picture('time-machine-2019');
    expect(await visit.violations()).toEqual([]);
  });

  it('moves by day, month and summit with keys, and says where it is', async () => {
    const { slider } = await open('/?asOf=2019-06-15');
    await slider.focus();
    for (const [key, day, said] of [
      ['ArrowRight', '2019-06-16', '16 June 2019'],
      ['ArrowLeft', '2019-06-15', '15 June 2019'],
      ['PageDown', '2019-05-15', '15 May 2019'],
      ['PageUp', '2019-06-15', '15 June 2019'],
      ['Shift+ArrowRight', '2019-10-22', '22 October 2019'],
      ['[', '2018-11-09', '9 November 2018'],
      ['Home', '2014-01-01', '1 January 2014'],
    ] as const) {
      await visit.page.keyboard.press(key);
      await arrived(day);
      expect(await slider.getAttribute('aria-valuetext')).toBe(said);
    }
    await visit.page.keyboard.press('End');
    await arrived(null);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^now, /);
  });

  it('is dragged; one step back undoes the whole journey', async () => {
    const { slider } = await open('/');
    const box = (await slider.boundingBox())!;
    const { mouse } = visit.page;
    await mouse.move(box.x + box.width - 2, box.y + 20);
    await mouse.down();
    for (const share of [0.9, 0.7, 0.6, 0.5]) await mouse.move(box.x + box.width * share, box.y + 20);
    await mouse.up();
    await eventually(() => asOf()?.startsWith('2020'), { what: 'the middle of the twelve years' });
    await visit.page.getByText(/^As announced by .* 2020$/).waitFor();
    await visit.page.goBack();
    await arrived(null);
  });

  it('plays history until now, asking seldom, and can be paused', async () => {
    await open('/?asOf=2014-11-01');
    let reads = 0;
    visit.page.on('request', (request) => (reads += request.url().includes('/v1/') ? 1 : 0));
    await visit.page.getByLabel('Speed').selectOption('year');
    await visit.page.getByRole('button', { name: /^Play/ }).click();
    await eventually(() => (asOf() ?? '') > '2016', { what: 'a year' });
    await visit.page.getByRole('button', { name: 'Pause' }).click();
    const paused = await visit.page.getByRole('slider').getAttribute('aria-valuetext');
    await visit.page.getByText(`As announced by ${paused}`).waitFor();
    await visit.page.keyboard.press('Escape');
    await visit.page.keyboard.press('p');
    await eventually(() => asOf() === null, { withinMs: 60_000, what: 'the present' });
    await visit.page.getByRole('button', { name: /^Play/ }).waitFor();
    expect(reads).toBeLessThan(200);
  });

  it('shows what was known: by the address, and by the quieter control', async () => {
    const known = await at.world.head();
    const [newest] = (await at.world.client.announcements({ limit: 1 })).data;
    const fields = { title: { en: 'A title that was mended later' } };
    await at.world.client.http.json('POST', `/v1/announcements/${newest!.id}/corrections`, {
      body: { fields, reason: 'A spec' },
    });
    await open(`/?knownAt=${known}`);
    await visit.page.getByRole('link', { name: newest!.title.en! }).waitFor();
    await visit.page.getByText(`as known on position ${known}`).waitFor();
    await visit.page.getByRole('button', { name: 'Back to now' }).click();
    await visit.page.getByRole('link', { name: fields.title.en }).waitFor();
    await visit.page.getByText('What was known').click();
    await visit.page.getByLabel('Known at').fill('2020-01-01');
    await visit.page.getByText('Nothing had been announced by then.').waitFor();
    expect(new URL(visit.page.url()).searchParams.get('knownAt')).toBe('2020-01-01');
  });

  it('is touched on a phone, in Chinese and in the dark', async () => {
    const { slider } = await open('/', { ...PHONE, locale: 'zh-CN', colorScheme: 'dark' });
    const box = (await slider.boundingBox())!;
    await visit.page.touchscreen.tap(box.x + box.width / 2, box.y + 20);
    await visit.page.getByText(/^截至2020年.*已公布的内容$/).waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2020年/);
    expect(await visit.violations()).toEqual([]);
    await visit.picture('time-machine-phone-zh');
  });
});
