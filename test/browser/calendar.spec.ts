import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FORUM } from './harness/forum-news.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** Each step goes on from where the one before left the page. */
inBrowser('the calendar', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open({ WIC_CHRONICLE: 'on' });
    visit = await at.visit('/calendar?month=2023-11');
    await grid().getByRole('link', { name: 'Summit: Wuzhen Summit' }).waitFor();
  });
  afterAll(() => at.close());

  const grid = () => visit.page.getByRole('grid');
  const day = (name: string) => grid().getByRole('button', { name: new RegExp(`^${name},`) });
  const focusOn = (which: string) => visit.page.locator(`[data-day="${which}"]:focus`).waitFor();

  it('draws what happens over its days, and lists what has only a month', async () => {
    const { page } = visit;
    const summit = grid().getByRole('link', { name: 'Summit: Wuzhen Summit' });
    const [bar, cell] = [await summit.boundingBox(), await page.getByRole('gridcell').first().boundingBox()];
    expect(Math.round(bar!.width / cell!.width)).toBe(3); // 8 to 10 November
    await day('8 November 2023').waitFor();
    expect(await day('9 November 2023').getAttribute('aria-label')).toMatch(/, [1-9]\d* things?$/);
    const rough = page.locator('section', { hasText: 'Some time in November 2023' });
    await rough.getByRole('link', { name: 'WIC Blue Books' }).waitFor();
    expect(await grid().getByText('WIC Blue Books').count()).toBe(0);
    expect(await visit.violations()).toEqual([]);
    await visit.picture('calendar', { whole: true });
  });

  it('is walked with the keys, and opens a day', async () => {
    const { page } = visit;
    await day('8 November 2023').focus();
    await day('8 November 2023').click();
    await page.getByRole('heading', { name: /^Wednesday,? 8 November 2023$/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await focusOn('2023-11-15');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await focusOn('2023-11-13');
    await page.keyboard.press('PageUp');
    await page.getByRole('grid', { name: 'October 2023' }).waitFor();
    await focusOn('2023-10-13');
    await page.keyboard.press('PageDown');
    await page.getByRole('grid', { name: 'November 2023' }).waitFor();
    await focusOn('2023-11-13');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is announced for this day.').waitFor();
    expect(new URL(page.url()).searchParams.get('day')).toBe('2023-11-13');
  });

  it('goes to other months and years', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Month before' }).click();
    await page.getByRole('grid', { name: 'October 2023' }).waitFor();
    await page.getByRole('button', { name: 'Next month' }).click();
    await page.getByLabel('Year').selectOption('2014');
    await page.getByRole('grid', { name: 'November 2014' }).waitFor();
    await grid().getByRole('link', { name: 'Summit: Wuzhen Summit' }).waitFor();
    await page.getByRole('button', { name: /^Jan, / }).click();
    await page.getByText('Nothing is announced for this month.').waitFor();
    await page.getByRole('button', { name: 'This month' }).click();
    const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
    const cell = day(today.format(new Date()));
    await cell.waitFor();
    expect(await cell.getAttribute('aria-current')).toBe('date');
  });

  it('shows nothing that was announced after the chosen day', async () => {
    const { page } = visit;
    await page.goto(`${at.world.tracker.url}/calendar?month=2024-11&asOf=2024-10-01`);
    await page.getByText('What happens when, as announced by 1 October 2024').waitFor();
    await page.getByRole('grid', { name: 'November 2024' }).waitFor();
    await page
      .getByText(/Nothing is announced for this month|Some time in/)
      .first()
      .waitFor();
    const { total } = await at.world.client.announcements({
      ...{ asOf: '2024-10-01', happensFrom: '2024-11-01', happensTo: '2024-11-30', kind: ['summit'] },
    });
    expect(await grid().getByRole('link', { name: 'Summit: Wuzhen Summit' }).count()).toBe(total);
    await page.goto(`${at.world.tracker.url}/calendar?month=2024-11&asOf=2024-10-24`);
    await grid().getByRole('link', { name: 'Summit: Wuzhen Summit' }).waitFor();
  });

  it('gives the month as a calendar file, leads to the story, and shows what is announced at once', async () => {
    const { page } = visit;
    const link = page.getByRole('link', { name: 'This month as a calendar file' });
    const file = await (await fetch(`${at.world.tracker.url}${await link.getAttribute('href')}`)).text();
    expect(file).toContain('DTSTART;VALUE=DATE:202411');
    expect(file).not.toContain('DTSTART;VALUE=DATE:202311');
    await page.goto(`${at.world.tracker.url}/calendar?month=2022-03`);
    await page.getByText('Nothing is announced for this month.').waitFor();
    await at.world.client.importDocument(FORUM);
    const forum = grid().getByRole('link', { name: /Digital Silk Road/ });
    await forum.waitFor();
    await forum.press('Enter');
    await page.getByRole('heading', { level: 1, name: FORUM.title }).waitFor();
    expect(visit.wrongs).toEqual([]);
  });

  it('in Chinese, dark: as a grid on a desk, as a list on a phone', async () => {
    const options = { colorScheme: 'dark' as const, locale: 'zh-CN' };
    const desk = await at.visit('/calendar?month=2023-06&day=2023-06-26', options);
    await desk.page.getByRole('grid', { name: '2023年6月' }).waitFor();
    await desk.page.getByRole('link', { name: '数字文明尼山对话' }).first().waitFor();
    expect(await desk.violations()).toEqual([]);
    await desk.picture('calendar-dark', { whole: true });
    expect(desk.wrongs).toEqual([]);
    await desk.close();

    const phone = await at.visit('/calendar?month=2025-11', { ...options, ...PHONE });
    await phone.page.getByRole('heading', { name: '本月活动' }).waitFor();
    expect(await phone.page.getByRole('grid').count()).toBe(0);
    await phone.page.getByRole('link', { name: '乌镇峰会' }).waitFor();
    expect(await phone.violations()).toEqual([]);
    const width = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(PHONE.viewport.width);
    await phone.picture('calendar-phone', { whole: true });
    expect(phone.wrongs).toEqual([]);
    await phone.close();
  });
});
