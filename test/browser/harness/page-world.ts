import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ADMIN_KEY, type Env } from '../../acceptance/harness/tracker-process.js';
import { World } from '../../acceptance/harness/world.js';
import { launchChromium } from './browser.js';
import { Visit } from './visit.js';

/** A running tracker with its surroundings, and a browser to look at it with. */
export class PageWorld {
  private constructor(
    readonly world: World,
    readonly browser: Browser,
  ) {}

  static async open(env: Env = {}): Promise<PageWorld> {
    const [world, browser] = await Promise.all([World.open(env), launchChromium()]);
    return new PageWorld(world, browser);
  }

  /** A visit to a path of the page. */
  visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    return Visit.open(this.browser, `${this.world.tracker.url}${path}`, options);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
  }
}

/** Answers the page's question for a key. */
export async function giveKey({ page }: Visit): Promise<void> {
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByRole('button', { name: 'Use this key' }).click();
}
