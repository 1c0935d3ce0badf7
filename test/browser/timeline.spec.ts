import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../acceptance/harness/eventually.js';
import { competition } from '../acceptance/texts/news.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { idsOf, TimelinePage } from './harness/timeline-page.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(120_000);

inBrowser('the timeline', () => {
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
    const timeline = new TimelinePage(visit.page);
    await timeline.slider.waitFor();
    await visit.page.getByText('Live', { exact: true }).or(visit.page.getByText('实时')).waitFor();
    return timeline;
  }
  const parameter = (name: string) => new URL(visit.page.url()).searchParams.getAll(name);
  const state = (title: string) =>
    at.world.client.call('post', '/v1/announcements', {
      body: { kind: 'other', title: { en: title }, announcedAt: new Date().toISOString() },
    });

  it('shows what is new as it is recorded, without reload', async () => {
    const { rows } = await open('/');
    await rows.first().waitFor();
    await visit.page.evaluate('window.wasHere = true');
    const { title, text } = competition(new Date().toISOString());
    const { announcements } = await at.world.client.importDocument({ title, text });
    await eventually(
      async () => (await rows.first().getByRole('link').getAttribute('href'))?.includes(announcements[0]!.id),
      {
        what: 'the new announcement on top',
      },
    );
    expect(await rows.first().getAttribute('data-fresh')).toBe('true');
    expect(await visit.page.evaluate('window.wasHere')).toBe(true);
  });

  it('moves nothing under who reads further down, and says quietly that there is more', async () => {
    const { rows } = await open('/');
    await rows.first().waitFor();
    await visit.page.evaluate('scrollTo(0, 2500)');
    const middle = visit.page.locator('article', { has: visit.page.locator('a') }).nth(9);
    const link = middle.getByRole('link');
    const href = (await link.getAttribute('href'))!;
    const y = async () => (await visit.page.locator(`article a[href="${href}"]`).boundingBox())!.y;
    const before = await y();
    await state('Told while somebody reads');
    const pill = visit.page.getByRole('button', { name: '1 new', exact: true });
    await pill.waitFor();
    expect(Math.abs((await y()) - before)).toBeLessThanOrEqual(1);
    await state('Told a little later');
    await visit.page.getByRole('button', { name: '2 new' }).waitFor();
    expect(Math.abs((await y()) - before)).toBeLessThanOrEqual(1);
    await visit.page.getByRole('button', { name: '2 new' }).click();
    await visit.page.getByRole('link', { name: 'Told a little later' }).waitFor();
    await eventually(async () => (await visit.page.evaluate('scrollY')) === 0, { what: 'the top' });
    await eventually(async () => (await visit.page.getByRole('button', { name: /new$/ }).count()) === 0);
  });

  it('searches in English and with two Chinese characters; each state has its address', async () => {
    const timeline = await open('/');
    for (const q of ['nishan', '尼山', '乌镇']) {
      await visit.page.keyboard.press('/');
      await visit.page.keyboard.press('Control+A');
      await visit.page.keyboard.type(q);
      const found = await at.world.client.announcements({ q, limit: 200 });
      await eventually(() => parameter('q')[0] === q, { what: `q=${q}` });
      await timeline.total(found.total);
      expect(await timeline.ids()).toEqual(idsOf(found.data));
      await visit.page.evaluate('document.activeElement.blur()');
    }
    await visit.page.reload();
    await timeline.total((await at.world.client.announcements({ q: '乌镇' })).total);
    await visit.page.getByRole('button', { name: 'Remove: Search “乌镇”' }).click();
    await timeline.total((await at.world.client.announcements()).total);
    expect(await visit.page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('narrows by facets: several kinds, a place, a year; in either order', async () => {
    const timeline = await open('/');
    const aside = visit.page.getByRole('complementary');
    await aside.getByRole('button', { name: /^Award/ }).click();
    await aside.getByRole('button', { name: /^Forum/ }).click();
    await aside.getByRole('button', { name: /^Wuzhen/ }).click();
    await visit.page.getByLabel('Order').selectOption('happens');
    const query = { kind: ['award' as const, 'forum' as const], place: 'Wuzhen', order: 'happens' as const };
    const api = await at.world.client.announcements({ ...query, limit: 200 });
    await timeline.total(api.total);
    expect(parameter('kind')).toEqual(['award', 'forum']);
    await eventually(async () => JSON.stringify(await timeline.ids()) === JSON.stringify(idsOf(api.data)), {
      what: 'the order of the API',
    });
    expect(await visit.page.title()).toMatch(/^Award · Forum · Wuzhen · Timeline/);
    await visit.picture('timeline-facets');
    await visit.page.getByRole('button', { name: 'Clear all' }).click();
    await timeline.total((await at.world.client.announcements()).total);
  });

  it('says what to do when nothing matches', async () => {
    await open('/?q=zzzz&kind=expo');
    await visit.page.getByText('Nothing matches.').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('timeline-nothing');
    await visit.page.getByRole('button', { name: 'Clear all' }).first().click();
    await visit.page.getByRole('article').first().waitFor();
  });

  it('is read by keyboard alone: down the list, into one, and back to the same place', async () => {
    const { rows } = await open('/');
    await rows.first().waitFor();
    const focused = () => visit.page.evaluate<string>('document.activeElement.textContent');
    for (let n = 0; n < 30; n++) {
      await visit.page.keyboard.press('j');
      await eventually(
        async () =>
          (await visit.page.evaluate(`document.activeElement.closest('article')?.ariaPosInSet`)) ===
          String(n + 1),
        { what: `row ${n + 1}` },
      );
    }
    await visit.page.keyboard.press('k');
    await eventually(async () =>
      visit.page.evaluate(`document.activeElement.closest('article')?.ariaPosInSet === '29'`),
    );
    const title = await focused();
    const y = await visit.page.evaluate<number>('scrollY');
    expect(y).toBeGreaterThan(500);
    await visit.page.keyboard.press('Enter');
    await visit.page.waitForURL('**/announcements/**');
    await eventually(async () => (await visit.page.evaluate('document.activeElement.tagName')) === 'H1', {
      what: 'the focus on the heading',
    });
    await visit.page.goBack();
    await visit.page.getByRole('link', { name: title, exact: true }).waitFor();
    await eventually(async () => Math.abs((await visit.page.evaluate<number>('scrollY')) - y) < 3, {
      what: 'the same place',
    });
  });

  it('fits a phone: filters in a sheet, views in a bar, both themes', async () => {
    const timeline = await open('/', { ...PHONE, locale: 'zh-CN' });
    await timeline.rows.first().waitFor();
    await visit.page.getByRole('button', { name: '筛选' }).click();
    const sheet = visit.page.getByRole('dialog', { name: '筛选' });
    await sheet.getByRole('button', { name: /^奖项/ }).click();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('timeline-sheet-zh');
    await sheet.getByRole('button', { name: '查看公告' }).click();
    await visit.page.getByRole('button', { name: '移除：类别 奖项' }).waitFor();
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await visit.page.getByRole('button', { name: '切换到深色' }).click();
    expect(await visit.violations()).toEqual([]);
    await visit.page.getByRole('link', { name: '日历' }).click();
    await visit.page.waitForURL('**/calendar');
  });
});
