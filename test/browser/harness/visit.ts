import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { axe, type Violation } from './axe.js';

const ARTEFACTS = resolve(import.meta.dirname, '../../../test-artifacts');
const FAILED_REQUEST = /Failed to load resource/;

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESKTOP = { viewport: { width: 1280, height: 860 } };

/** One person's visit to the page: everything that went wrong behind the scenes is kept. */
export class Visit {
  /** Exceptions, console errors (CSP violations among them) and requests to other hosts. */
  readonly wrongs: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('pageerror', (error) => this.wrongs.push(`exception: ${error.message}`));
    page.on('console', (message) => this.hear(message));
    page.on('request', (request) => this.check(request.url()));
  }

  /** Opens the page at a path of the tracker. In English and light unless the options say otherwise. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser.newContext({
      ...DESKTOP,
      locale: 'en-GB',
      colorScheme: 'light',
      ...options,
    });
    const visit = new Visit(await context.newPage(), new URL(url).origin);
    await visit.page.goto(url);
    return visit;
  }

  /** What axe finds that is serious or worse. */
  async violations(): Promise<Violation[]> {
    return axe(this.page);
  }

  /** Keeps a picture among the test artefacts. */
  async picture(name: string, { whole = false } = {}): Promise<void> {
    mkdirSync(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: whole });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private hear(message: ConsoleMessage): void {
    const isRefusal = FAILED_REQUEST.test(message.text()); // the page itself shows what a request met with
    if (message.type() === 'error' && !isRefusal) this.wrongs.push(`console: ${message.text()}`);
  }

  private check(url: string): void {
    if (!url.startsWith(this.origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      this.wrongs.push(`request to another host: ${url}`);
  }
}
