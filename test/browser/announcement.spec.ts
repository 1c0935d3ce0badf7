import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hasChromium } from './harness/browser.js';
import { FORUM, FORUM_ELSEWHERE, FORUM_ZH } from './harness/forum-news.js';
import { PageWorld } from './harness/page-world.js';
import { PHONE, type Visit } from './harness/visit.js';

const inBrowser = hasChromium ? describe : describe.skip;

jest.setTimeout(90_000);

/** Each step goes on from where the one before left the page. */
inBrowser('an announcement', () => {
  let at: PageWorld;
  let visit: Visit;
  let id: string;

  beforeAll(async () => {
    at = await PageWorld.open({ WIC_CHRONICLE: 'on' });
    const { announcements } = await at.world.client.importDocument(FORUM);
    id = announcements[0]!.id;
    await at.world.client.importDocument(FORUM_ZH);
    visit = await at.visit(`/announcements/${id}`);
  });
  afterAll(() => at.close());

  const fact = (name: string) => visit.page.getByRole('button', { name: `${name}: how do you know?` });
  const chosen = () => visit.page.locator('[data-chosen="true"]');

  it('says what was announced in both languages, with all its proof marked in the text', async () => {
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: FORUM.title }).waitFor();
    await page.getByText(FORUM_ZH.title).first().waitFor();
    await page.getByText('16 – 18 March 2022', { exact: true }).waitFor();
    await page.getByText('as its source dates it').waitFor();
    const proofs = page.locator('article a[title]');
    await proofs.first().waitFor();
    const words = (await page.locator('article p.prose').allInnerTexts()).join('\n\n');
    expect(words).toBe(FORUM.text);
    const { evidence } = await at.world.client.announcement(id);
    const [first] = (await at.world.client.announcement(id)).coverage;
    const marked = (await proofs.allInnerTexts()).join('');
    for (const { text } of evidence.filter(({ itemId }) => itemId === first!.itemId))
      expect(marked).toContain(text.split(' ')[0]);
    expect(await visit.violations()).toEqual([]);
    await visit.picture('announcement', { whole: true });
  });

  it('shows how a fact is known, at a click and with keys', async () => {
    const { page } = visit;
    await fact('When').click();
    expect(await fact('When').getAttribute('aria-expanded')).toBe('true');
    await page.locator('dd q', { hasText: 'March 16 to March 18, 2022' }).waitFor();
    expect(await chosen().allInnerTexts()).toEqual(['March 16 to March 18, 2022']);
    expect(new URL(page.url()).searchParams.get('field')).toBe('happens');
    await page.keyboard.press('j');
    expect((await chosen().allInnerTexts()).join(' ')).toContain('Xiamen');
    await page.keyboard.press('k');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-chosen]').count()).toBe(0);
    await page.locator('article').getByRole('link', { name: 'March 16 to March 18, 2022' }).click();
    expect(await fact('When').getAttribute('aria-expanded')).toBe('true');
  });

  it('turns to the report that proves a fact', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: `Chinese ${FORUM_ZH.title}` }).click();
    await page.getByText('预计有五十多个国家的嘉宾参加。').waitFor();
    await page.getByRole('button', { name: `English ${FORUM.title}` }).click();
    await fact('Theme').click();
    await page.locator('article[lang="zh"]').waitFor();
    expect((await chosen().allInnerTexts()).join('')).toContain('共享丝路数字未来');
    await page.reload();
    await page.locator('article[lang="zh"] [data-chosen="true"]').waitFor(); // the address keeps what was chosen
  });

  it('tells its history, and gives its address away', async () => {
    const { page } = visit;
    await page.getByRole('heading', { name: 'Reported once more' }).waitFor();
    await page.getByText('Taken for the same: same activity, kind and phase.').waitFor();
    await page.getByText('What it said at first').click();
    await page.getByText('taken in later, as history').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/[{}[\]]/); // words, no JSON
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('Link copied').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe(`${at.world.tracker.url}/announcements/${id}`);
    const calendar = await page.getByRole('link', { name: 'Calendar of this activity' }).getAttribute('href');
    expect(await (await fetch(`${at.world.tracker.url}${calendar}`)).text()).toContain(
      'DTSTART;VALUE=DATE:20220316',
    );
  });

  it('changes before one’s eyes when a new report arrives', async () => {
    await visit.page.getByText('2 reports', { exact: true }).waitFor();
    await at.world.client.importDocument(FORUM_ELSEWHERE);
    await visit.page.getByText('3 reports', { exact: true }).waitFor();
    await visit.page.getByRole('button', { name: `English ${FORUM_ELSEWHERE.title}` }).waitFor();
  });

  it('respects the time it is looked at', async () => {
    const past = await at.visit(`/announcements/${id}?asOf=2022-02-18`);
    await past.page.getByText('One report', { exact: true }).waitFor();
    await past.page.getByText('To change something, go back to now.').waitFor();
    await past.page.goto(`${at.world.tracker.url}/announcements/${id}?asOf=2021-01-01`);
    await past.page.getByRole('heading', { name: 'Not announced by then' }).waitFor();
    await past.page.getByText('It was announced on 18 February 2022.').waitFor();
    await past.picture('announcement-not-then');
    expect(await past.violations()).toEqual([]);
    await past.page.getByRole('button', { name: 'Go to 18 February 2022' }).click();
    await past.page.getByRole('heading', { level: 1, name: FORUM.title }).waitFor();
    await past.page.goto(`${at.world.tracker.url}/announcements/nothing`);
    await past.page.getByRole('heading', { name: 'There is no such announcement.' }).waitFor();
    expect(past.wrongs).toEqual([]);
    await past.close();
  });

  it('in Chinese, dark, on a phone', async () => {
    const phone = await at.visit(`/announcements/${id}?field=happens`, {
      ...PHONE,
      colorScheme: 'dark',
      locale: 'zh-CN',
    });
    await phone.page.getByRole('heading', { level: 1, name: FORUM_ZH.title }).waitFor();
    await phone.page.getByText('2022年3月16日至18日', { exact: true }).waitFor();
    await phone.page.locator('[data-chosen="true"]').first().waitFor();
    expect(await phone.violations()).toEqual([]);
    const width = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(PHONE.viewport.width);
    await phone.picture('announcement-phone', { whole: true });
    expect(phone.wrongs).toEqual([]);
    await phone.close();
    expect(visit.wrongs).toEqual([]);
  });
});
