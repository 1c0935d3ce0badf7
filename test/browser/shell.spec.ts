import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { hasChromium } from './harness/browser.js';
import { PageWorld } from './harness/page-world.js';
import { PHONE } from './harness/visit.js';

jest.setTimeout(120_000);

const inBrowser = hasChromium ? describe : describe.skip;

inBrowser('the page', () => {
  let at: PageWorld;
  let tracker: TrackerProcess;

  beforeAll(async () => {
    at = await PageWorld.open({ WIC_CHRONICLE: 'on' });
    ({ tracker } = at.world);
  });
  afterAll(() => at.close());

  it.each([
    ['desktop, light', {}],
    ['phone, dark', { ...PHONE, colorScheme: 'dark' as const }],
  ])('opens at the address of the tracker without a fault: %s', async (name, options) => {
    const visit = await at.visit('/', options);
    await visit.page.getByRole('article').first().waitFor();
    await visit.page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    expect(await visit.violations()).toEqual([]);
    expect(visit.wrongs).toEqual([]);
    await visit.picture(`shell-${name.replace(/\W+/g, '-')}`);
    await visit.close();
  });

  it('speaks the language of the browser, and the other at the press of a button', async () => {
    const visit = await at.visit('/', { locale: 'zh-CN' });
    await visit.page.getByRole('link', { name: '时间线' }).waitFor();
    await visit.page.getByRole('button', { name: 'Switch to English' }).click();
    await visit.page.getByRole('link', { name: 'Timeline' }).waitFor();
    expect(await visit.page.locator('html').getAttribute('lang')).toBe('en');
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('says when the tracker is gone, and goes on without a gap when it is back', async () => {
    const visit = await at.visit('/');
    const state = visit.page.getByRole('banner').getByRole('status');
    await state.getByText('Live', { exact: true }).waitFor();
    await tracker.stop();
    await state.getByText('Connection lost, trying again').waitFor();
    await tracker.start();
    const body = { kind: 'other' as const, title: { en: 'Told after the break' } };
    await tracker.client().call('post', '/v1/announcements', { body });
    await visit.page.getByRole('link', { name: 'Told after the break' }).waitFor();
    await state.getByText('Live', { exact: true }).waitFor();
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('lists its keys, goes to each view by two of them, and says which one it is', async () => {
    const visit = await at.visit('/?asOf=2023-06-15');
    const { page } = visit;
    await page.getByRole('article').first().waitFor();
    expect(await page.title()).toBe('As announced by 15 June 2023 · Timeline · WIC tracker');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('shell-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    for (const [key, path] of [
      ['s', '/sources'],
      ['f', '/follow'],
      ['i', '/status'],
      ['t', '/'],
    ]) {
      await page.keyboard.press('g');
      await page.keyboard.press(key!);
      await page.waitForURL((url) => url.pathname === path && url.search === '?asOf=2023-06-15');
      await page.locator('main h1').waitFor({ state: 'attached' });
    }
    await page.keyboard.press('t');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('l');
    await page.getByRole('link', { name: '时间线' }).waitFor();
    expect(visit.wrongs).toEqual([]);
    await visit.close();
  });

  it('lets nothing run that the tracker does not serve itself', async () => {
    const { headers } = await fetch(`${tracker.url}/`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});
