import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { competition } from '../acceptance/texts/news.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** Each step goes on from where the one before left the page. */
inBrowser('activities', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open({ WIC_CHRONICLE: 'on' });
    visit = await at.visit('/activities');
    await visit.page.getByRole('heading', { name: 'Offices and programmes' }).waitFor();
  });
  afterAll(() => at.close());

  const group = (name: string) =>
    visit.page.locator('section', { has: visit.page.getByRole('heading', { level: 2, name, exact: true }) });

  it('are all there, those of a year together', async () => {
    const { data, total } = await at.world.client.activities({ limit: 200 });
    await visit.page.getByText(`${total} activities`).waitFor();
    expect(await visit.page.locator('main article').count()).toBe(data.length);
    await group('2014').getByRole('link', { name: 'Wuzhen Summit 2014' }).waitFor();
    await group('Offices and programmes').getByRole('link', { name: 'Zhejiang Office' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('activities', { whole: true });
  });

  it('has what just opened on top as soon as it is announced, with the days left', async () => {
    const now = new Date();
    const news = competition(now.toISOString());
    const end = new Date(now.getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
    const text = news.text.replace('is open.', `is open until ${end}.`);
    await at.world.client.importDocument({ title: news.title, text, publishedAt: news.published! });
    const open = group('Open now').getByRole('article').filter({ hasText: 'Straight to Wuzhen' });
    await open.first().waitFor();
    await open.getByText(/closes \d+ \w+ \d{4}, \d+ days left/).waitFor();
    await visit.picture('activities-open');
  });

  it('are found by kind, status and words of either language', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /^Summits/ }).click();
    await page.getByText('13 activities').waitFor();
    await page.getByLabel('Search activities').fill('峰会 2023');
    await page.getByText('1 activity', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('family')).toBe('summit');
    await page.getByLabel('Search activities').fill('nothing like it');
    await page.getByText('No activity fits.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Status').selectOption('cancelled');
    const { total } = await at.world.client.activities({ status: 'cancelled' });
    await page.getByText(total === 1 ? '1 activity' : `${total} activities`, { exact: true }).waitFor();
    await page.goBack();
  });

  it('stand as they stood on the chosen day', async () => {
    await visit.page.goto(`${at.world.tracker.url}/activities?asOf=2024-11-10`);
    await group('Ahead').getByRole('link', { name: 'Wuzhen Summit 2024' }).waitFor();
    expect(await group('2025').count()).toBe(0);
    const { total } = await at.world.client.activities({ asOf: '2024-11-10' });
    await visit.page.getByText(`${total} activities`).waitFor();
  });

  it('tell their story, announcement by announcement, down to that day', async () => {
    const { page } = visit;
    await group('Ahead').getByRole('link', { name: 'Wuzhen Summit 2024' }).click();
    await page.getByRole('heading', { level: 1, name: 'Wuzhen Summit 2024' }).waitFor();
    await page.getByText('Scheduled on 10 November 2024').waitFor();
    await page.getByText(/It begins in \d+ days/).waitFor();
    await visit.picture('activity-story', { whole: true });
    expect(await visit.violations()).toEqual([]);
    const told = page.getByRole('list').getByRole('heading', { level: 3 });
    const before = await told.count();
    await page.goto(`${at.world.tracker.url}/activities/summit/2024`);
    await page.getByText(/Closed on/).waitFor();
    expect(await told.count()).toBeGreaterThan(before);
    const follow = await page.getByRole('link', { name: 'Follow this activity' }).getAttribute('href');
    expect(follow).toBe('/follow?activity=summit%2F2024');
    const calendar = await page
      .getByRole('link', { name: 'Calendar', exact: true })
      .last()
      .getAttribute('href');
    expect(await (await fetch(`${at.world.tracker.url}${calendar}`)).text()).toContain('BEGIN:VEVENT');
    await told.first().getByRole('link').press('Enter');
    await page.waitForURL('**/announcements/**');
  });

  it('say when there was nothing yet', async () => {
    const { page } = visit;
    await page.goto(`${at.world.tracker.url}/activities/office/zhejiang?asOf=2020-01-01`);
    await page.getByRole('heading', { name: 'Not announced by then' }).waitFor();
    await page.getByRole('button', { name: 'See it now' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zhejiang Office' }).waitFor();
    await page.goto(`${at.world.tracker.url}/activities/summit/1999`);
    await page.getByRole('heading', { name: 'There is no such activity.' }).waitFor();
    expect(visit.wrongs).toEqual([]);
  });

  it.each(['/activities', '/activities/forum/nishan-dialogue/2023'])(
    '%s in Chinese, dark, on a phone',
    async (path) => {
      const phone = await at.visit(path, { ...PHONE, colorScheme: 'dark', locale: 'zh-CN' });
      await phone.page.locator('main').getByText('数字文明尼山对话').first().waitFor();
      expect(await phone.violations()).toEqual([]);
      const width = await phone.page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(PHONE.viewport.width);
      await phone.picture(`activities-phone-${path.split('/').length}`, { whole: path !== '/activities' });
      expect(phone.wrongs).toEqual([]);
      await phone.close();
    },
  );
});
