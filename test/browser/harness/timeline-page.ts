import type { Announcement, Facets } from '#client';
import type { Page } from 'playwright-core';

/** A facet of the page: its title, and what stands in it. */
export type ShownFacets = Record<string, Record<string, number>>;

/** The timeline as a reader sees it. */
export class TimelinePage {
  constructor(readonly page: Page) {}

  /** Waits until the page says how many there are. */
  async total(count: number): Promise<void> {
    await this.page
      .getByText(count === 1 ? /^1 announcements?$/ : `${count} announcements`, { exact: true })
      .waitFor();
  }

  get slider() {
    return this.page.getByRole('slider');
  }

  get rows() {
    return this.page.getByRole('article');
  }

  /** The ids of all rows from the first to the last, scrolling through them. */
  async ids(): Promise<string[]> {
    const seen = new Map<number, string>();
    await this.page.evaluate('scrollTo(0, 0)');
    for (let isAtEnd = false; !isAtEnd;) {
      for (const [index, id] of await this.inSight()) seen.set(index, id);
      isAtEnd = await this.scrolledOn();
    }
    for (const [index, id] of await this.inSight()) seen.set(index, id);
    await this.page.evaluate('scrollTo(0, 0)');
    return [...seen].sort(([one], [other]) => one - other).map(([, id]) => id);
  }

  /** Counts by facet, with all values shown. */
  async facets(): Promise<ShownFacets> {
    for (const all of await this.page.locator('aside button[aria-expanded="false"]').all()) await all.click();
    return this.page.locator('aside section').evaluateAll((sections) =>
      Object.fromEntries(
        sections.map((section) => {
          const rows = [...section.querySelectorAll('li button')].map((row) => [
            row.querySelector('.name')!.textContent.trim(),
            Number(row.querySelector('.count')!.textContent.replace(/\D/g, '')),
          ]);
          return [section.querySelector('h2')!.textContent, Object.fromEntries(rows)];
        }),
      ),
    );
  }

  private inSight(): Promise<[number, string][]> {
    return this.rows.evaluateAll((articles) =>
      articles.map((article): [number, string] => [
        Number(article.getAttribute('aria-posinset')),
        decodeURIComponent(new URL(article.querySelector('a')!.href).pathname.split('/')[2]!),
      ]),
    );
  }

  private async scrolledOn(): Promise<boolean> {
    const before = await this.page.evaluate<number>('scrollY');
    await this.page.evaluate('scrollBy(0, innerHeight * 0.8)');
    await this.page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    return (await this.page.evaluate<number>('scrollY')) === before;
  }
}

/** What the API counts, in the form that the page shows; kinds are written in words there and left out. */
export function asShown(facets: Facets): ShownFacets {
  const of = (name: 'year' | 'place' | 'organisation') =>
    Object.fromEntries(facets[name]!.map(({ value, count }) => [value, count]));
  return { Year: of('year'), Place: of('place'), Organisation: of('organisation') };
}

export const idsOf = (announcements: readonly Announcement[]): string[] => announcements.map(({ id }) => id);
