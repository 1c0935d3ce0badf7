import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import type { Browser } from 'playwright-core';
import { TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { hasChromium, launchChromium } from './harness/browser.js';
import { PHONE, Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

inBrowser('the page', () => {
  let database: TestDatabase;
  let tracker: TrackerProcess;
  let browser: Browser;

  beforeAll(async () => {
    database = await createTestDatabase();
    tracker = await TrackerProcess.prepare({
      databaseUrl: database.url,
      env: { WIC_CHRONICLE: 'on' },
    });
    [browser] = await Promise.all([launchChromium(), tracker.start()]);
  });
  afterAll(async () => {
    await browser.close();
    await tracker.stop();
    await database.drop();
  });

  it.each([
    ['desktop, light', {}],
    ['phone, dark', { ...PHONE, colorScheme: 'dark' as const }],
  ])('opens at the address of the tracker without a fault: %s', async (name, options) => {
    const visit = await Visit.open(browser, `${tracker.url}/`, options);
    await visit.page.getByRole('article').first().waitFor();
    await visit.page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    expect(await visit.violations()).toEqual([]);
    expect(visit.wrongs).toEqual([]);
    await visit.picture(`shell-${name.replace(/\W+/g, '-')}`);
    await visit.close();
  });

  it('speaks the language of the browser, and the other at the press of a button', async () => {
    const visit = await Visit.open(browser, `${tracker.url}/`, { locale: 'zh-CN' });
    await visit.page.getByRole('link', { name: '时间线' }).waitFor();
    await visit.page.getByRole('button', { name: 'Switch to English' }).click();
    await visit.page.getByRole('link', { name: 'Timeline' }).waitFor();
    expect(await visit.page.locator('html').getAttribute('lang')).toBe('en');
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
