import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Announcement } from '#client';
import { hasChromium } from './harness/browser.js';
import { FORUM, FORUM_ELSEWHERE, FORUM_ZH } from './harness/forum-news.js';
import { giveKey, PageWorld } from './harness/page-world.js';
import type { Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** Each step goes on from where the one before left the page. */
inBrowser('setting an announcement right on the page', () => {
  let at: PageWorld;
  let visit: Visit;
  let id: string;

  beforeAll(async () => {
    at = await PageWorld.open();
    for (const document of [FORUM, FORUM_ELSEWHERE, FORUM_ZH])
      id = (await at.world.client.importDocument(document)).announcements[0]!.id;
    visit = await at.visit(`/announcements/${id}`);
  });
  afterAll(() => at.close());

  const open = async (action: string) => {
    await visit.page.getByRole('button', { name: action, exact: true }).click();
    return visit.page.getByRole('dialog');
  };
  const correctElsewhere = (body: object) =>
    at.world.client.http.json<Announcement>('POST', `/v1/announcements/${id}/corrections`, { body });

  it('corrects a field, and shows the difference and its reason without a reload', async () => {
    const dialog = await open('Correct');
    const record = dialog.getByRole('button', { name: 'Record the correction' });
    await dialog.getByLabel('Reason').fill('The invitation says so');
    expect(await record.isDisabled()).toBe(true); // nothing is changed yet
    await dialog.getByLabel('Happens until').fill('2022-03-19');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('mending-correct');
    await record.click();
    await giveKey(visit);
    await visit.page.getByText('The correction is recorded.').waitFor();
    await visit.page.getByText('16 – 19 March 2022', { exact: true }).first().waitFor();
    await visit.page.getByText('A person set right what was read here').waitFor();
    const entry = visit.page.getByRole('listitem').filter({ hasText: 'Corrected by a person' });
    expect(await entry.locator('del').first().innerText()).toContain('16 – 18 March 2022');
    expect(await entry.locator('ins').first().innerText()).toContain('16 – 19 March 2022');
    await entry.getByText('The invitation says so').waitFor();
    await entry.getByText('Holds at every date').waitFor();
  });

  it('writes nothing over what someone else changed meanwhile, and says so', async () => {
    const dialog = await open('Correct');
    await dialog.getByLabel('Theme').fill('Ports and data');
    await dialog.getByLabel('Reason').fill('From the programme');
    await correctElsewhere({ fields: { place: { name: 'Xiamen', country: 'CN' } }, reason: 'Shorter' });
    await visit.page.getByText('Shorter').waitFor(); // the page behind the dialog has it already
    await dialog.getByRole('button', { name: 'Record the correction' }).click();
    await dialog.getByText('so nothing was written').waitFor();
    await visit.picture('mending-conflict');
    expect((await at.world.client.announcement(id)).theme).not.toBe('Ports and data');
    await dialog.getByRole('button', { name: 'Record the correction' }).click();
    await visit.page.getByText('From the programme').first().waitFor();
    expect(await at.world.client.announcement(id)).toMatchObject({
      theme: 'Ports and data',
      place: { name: 'Xiamen' },
    });
  });

  it('splits reports off into an announcement of their own', async () => {
    const dialog = await open('Split');
    const does = dialog.getByRole('button', { name: 'Split the chosen reports off' });
    await dialog.getByLabel('Reason').fill('Another event');
    expect(await does.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: FORUM_ELSEWHERE.title }).check();
    await does.click();
    await visit.page.getByText('The reports are now an announcement of their own:').waitFor();
    await visit.page.getByText('2 reports', { exact: true }).waitFor();
    await visit.page.getByRole('link', { name: 'Open it' }).click();
    await visit.page.getByRole('heading', { level: 1, name: FORUM_ELSEWHERE.title }).waitFor();
    await visit.page.getByText('One report', { exact: true }).waitFor();
  });

  it('merges it into another found by its title', async () => {
    const dialog = await open('Merge');
    await dialog.getByLabel('Search the other by its title').fill('数字丝路');
    await dialog.getByRole('radio', { name: FORUM.title }).check();
    await dialog.getByLabel('Reason').fill('One forum after all');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('mending-merge');
    await dialog.getByRole('button', { name: 'Merge into the chosen one' }).click();
    await visit.page.getByText('This turned out to be the same as another announcement').waitFor();
    await visit.picture('mending-merged', { whole: true });
    await visit.page.getByRole('link', { name: FORUM.title }).click();
    await visit.page.getByText('3 reports', { exact: true }).waitFor();
  });

  it('withdraws it from its announcer’s day on', async () => {
    const dialog = await open('Withdraw');
    await dialog.getByLabel('Its announcer took it back').check();
    await dialog.getByLabel('From this day on').fill('2022-03-01');
    await dialog.getByLabel('Reason').fill('Called off');
    await dialog.getByRole('button', { name: 'Withdraw it' }).click();
    await visit.page.getByText('Withdrawn. It no longer stands.').waitFor();
    await visit.page.getByText('Holds from 1 March 2022 on.').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.page.goto(`${at.world.tracker.url}/announcements/${id}?asOf=2022-02-28`);
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await visit.page.getByText('It no longer stands').count()).toBe(0);
    expect(visit.wrongs).toEqual([]);
  });
});
