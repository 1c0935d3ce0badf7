import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DIALOGUE, OFFICE } from '../acceptance/texts/news.js';
import { hasChromium } from './harness/browser.js';
import { giveKey, PageWorld } from './harness/page-world.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** What those do who keep the tracker: sources, review, status. */
inBrowser('keeping the tracker', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open();
    at.world.site.rss('/wire', [{ ...OFFICE, id: 'office', link: at.world.site.url('/office') }]);
  });
  afterAll(() => at.close());

  const leave = async () => {
    expect(await visit.violations()).toEqual([]);
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  };

  it('looks at a source before it follows it, and polls it by hand', async () => {
    visit = await at.visit('/sources');
    const { page } = visit;
    await page.getByLabel('Address of a feed').fill(at.world.site.url('/wire'));
    await page.getByRole('button', { name: 'Look at it' }).click();
    await giveKey(visit);
    const preview = page.getByRole('region', { name: 'Loopback wire' });
    await preview.getByText('Office', { exact: true }).waitFor();
    await visit.picture('sources-preview');
    await preview.getByRole('button', { name: 'Follow it' }).click();
    await page.getByText('Loopback wire is followed now.').waitFor();
    await page.getByRole('button', { name: 'Loopback wire' }).click();
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('table', { name: 'Polls' }).getByRole('row').nth(1).waitFor();
    await visit.picture('sources');
    await leave();
  });

  it('says in plain words what is wrong with an address', async () => {
    visit = await at.visit('/sources');
    const { page } = visit;
    await page.getByLabel('Address of a feed').fill(at.world.site.url('/nowhere'));
    await page.getByRole('button', { name: 'Look at it' }).click();
    await giveKey(visit);
    expect(await page.getByRole('alert').textContent()).toContain('/nowhere');
    await leave();
  });

  it('decides what awaits review with two keys', async () => {
    const { client } = at.world;
    const told = await client.importDocument({
      text: DIALOGUE.text,
      title: DIALOGUE.title,
      publishedAt: DIALOGUE.published,
    });
    const [{ id } = { id: '' }] = told.announcements;
    const fields = { happens: { start: '2023-06-20', end: '2023-06-20' } };
    await client.http.json('POST', `/v1/announcements/${id}/corrections`, {
      body: { fields, reason: 'the organiser said so' },
    });
    const text = `${DIALOGUE.text} Organisers expect several hundred guests.`;
    await client.importDocument({
      text,
      title: DIALOGUE.title,
      publishedAt: '2023-06-11',
      url: 'https://news.example/again',
    });
    visit = await at.visit('/review');
    const { page } = visit;
    await page.getByRole('article').first().waitFor();
    await visit.picture('review');
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('r');
    await giveKey(visit);
    await page.getByText('Nothing waits.').waitFor();
    expect((await client.get('/v1/review')).total).toBe(0);
    await leave();
  });

  it('shows how everything stands, and verifies the log', async () => {
    visit = await at.visit('/status');
    const { page } = visit;
    await page.getByText('Everything works').waitFor();
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await giveKey(visit);
    await page.getByText('The log is whole').waitFor();
    await visit.picture('status', { whole: true });
    await leave();
  });

  const LOADED: Record<string, string> = {
    sources: 'Loopback wire',
    review: '没有待审内容',
    status: '最后位置',
  };

  it.each(['sources', 'review', 'status'])('%s: in Chinese, dark, on a phone', async (view) => {
    visit = await at.visit(`/${view}`, { ...PHONE, colorScheme: 'dark', locale: 'zh-CN' });
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    await visit.page.getByText(LOADED[view]!).first().waitFor();
    await visit.picture(`${view}-phone-dark-zh`);
    const { scrollWidth, clientWidth } = (await visit.page.evaluate(
      '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
    )) as Record<string, number>;
    expect(scrollWidth).toBe(clientWidth);
    await leave();
  });
});
