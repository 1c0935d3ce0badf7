import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OFFICE } from '../acceptance/texts/news.js';
import { hasChromium } from './harness/browser.js';
import { giveKey, PageWorld } from './harness/page-world.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** Each step goes on from where the one before left the page. */
inBrowser('following from the page', () => {
  let at: PageWorld;
  let visit: Visit;

  beforeAll(async () => {
    at = await PageWorld.open();
    const { title, text, published } = OFFICE;
    await at.world.client.importDocument({ title, text, publishedAt: published });
    visit = await at.visit('/follow?kind=office_opening');
  });
  afterAll(() => at.close());

  it('offers feeds and a calendar of what is selected', async () => {
    const { page } = visit;
    const link = page.getByRole('link', { name: 'Atom', exact: true });
    expect(await link.getAttribute('href')).toBe(`${at.world.tracker.url}/v1/feed.atom?kind=office_opening`);
    const feed = await fetch((await link.getAttribute('href'))!);
    expect(await feed.text()).toContain('Zhejiang Office');
    await page.getByText('Office', { exact: true }).first().waitFor();
  });

  it('makes a webhook of the selection, whose secret is shown once', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'New webhook for this selection' }).click();
    await page.getByLabel('Address').fill(`${at.world.receiver.origin}/page`);
    await page.getByLabel('Description').fill('Newsroom');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await giveKey(visit);
    const dialog = page.getByRole('dialog', { name: 'The signing secret' });
    expect(await dialog.getByRole('textbox').inputValue()).toMatch(/^whsec_\S{20,}$/);
    await visit.picture('follow-secret');
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('article', { name: 'Newsroom' }).waitFor();
    expect(await page.content()).not.toContain('whsec_');
    const { data } = await at.world.client.get('/v1/webhooks');
    expect(data).toMatchObject([{ kinds: ['office_opening'], description: 'Newsroom' }]);
  });

  it('tests it, replays history to it, and shows each attempt with its answer', async () => {
    const row = visit.page.getByRole('article', { name: 'Newsroom' });
    await row.getByRole('button', { name: 'Send a test' }).click();
    await row.getByText(/Received: 2\d\d in/).waitFor();
    await row.getByRole('button', { name: 'Replay', exact: true }).click();
    await row.getByLabel('Everything announced since').fill('2014-01-01');
    await row.getByRole('button', { name: 'Start the replay' }).click();
    await row.getByText('The replay runs beside live deliveries.').waitFor();
    const [, delivery] = await at.world.receiver.atLeast('/page', 2);
    expect(delivery?.body.data.announcement.kind).toBe('office_opening');
    expect(delivery?.replay).not.toBeNull();
    await row.getByRole('button', { name: 'Attempts' }).click();
    await row.getByText('replay · attempt 1').waitFor();
    await row.locator('summary').first().click();
    await row.getByText('Answer', { exact: true }).first().waitFor();
    await visit.picture('follow-webhook', { whole: true });
    expect(await visit.violations()).toEqual([]);
  });

  it('removes it when that is confirmed', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There is no webhook yet.').waitFor();
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('says what is wrong with an address that may not be called', async () => {
    visit = await at.visit('/follow');
    const { page } = visit;
    await page.getByRole('button', { name: 'New webhook for this selection' }).click();
    await page.getByLabel('Address').fill('http://169.254.169.254/latest');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await giveKey(visit);
    expect((await page.getByRole('alert').textContent())!.length).toBeGreaterThan(30);
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('in Chinese, dark, on a phone', async () => {
    visit = await at.visit('/follow', { ...PHONE, colorScheme: 'dark', locale: 'zh-CN' });
    await visit.page.getByRole('heading', { level: 1, name: '订阅' }).waitFor();
    await visit.picture('follow-phone-dark-zh', { whole: true });
    expect(await visit.violations()).toEqual([]);
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });
});
