import { describe, expect, it } from '@jest/globals';
import { extract } from '../extract.js';
import type { Document } from '../extraction.js';
import { defaultKnowledge } from './default-knowledge.js';
import type { Knowledge } from './knowledge.js';

const documentOf = (text: string): Document => ({
  title: null,
  text,
  url: null,
  lang: null,
  publishedAt: '2024-05-01T00:00:00.000Z',
  publishedAtPrecision: 'day',
  publishedAtRaw: '2024-05-01',
  receivedAt: '2024-05-02T00:00:00.000Z',
  tz: 'Asia/Shanghai',
  trusted: false,
});

const rivers: Knowledge = {
  institution: {
    slug: 'wrc',
    names: { en: ['World Rivers Congress'], zh: ['世界河流大会'] },
    shortNames: { en: ['WRC'], zh: [] },
    contextWords: { en: ['river'], zh: ['河流'] },
    otherMeanings: { en: ['rally'], zh: [] },
    sites: [],
    founded: { key: 'organisation/wrc', names: { en: ['World Rivers Congress'], zh: ['世界河流大会'] } },
  },
  events: [
    {
      key: 'summit/{year}',
      kind: 'summit',
      names: { en: ['Delta Meeting'], zh: ['三角洲峰会'] },
      firstYear: 2020,
      distinctive: true,
    },
  ],
  externalEvents: [],
  bodies: [],
  people: [],
  places: [{ names: { en: ['Lyon'], zh: ['里昂'] }, country: 'FR' }],
  terms: {},
};

describe('knowledge', () => {
  it('points the extractor at another institution', () => {
    const en = extract(
      documentOf('The fifth World Rivers Congress will be held in Lyon from May 14 to 16.'),
      rivers,
    );
    const zh = extract(documentOf('第五届世界河流大会将于5月14日至16日在里昂举行。'), rivers);
    for (const { statements } of [en, zh]) {
      expect(statements).toHaveLength(1);
      expect(statements[0]?.reading).toMatchObject({
        kind: 'summit',
        activity: { id: 'summit/2024', known: true },
        happens: { start: '2024-05-14', end: '2024-05-16' },
        place: { country: 'FR' },
      });
    }
  });

  it('is all that tells what a text is about', () => {
    const text = 'The World Internet Conference opened in Wuzhen on Wednesday.';
    expect(extract(documentOf(text)).relevant).toBe(true);
    expect(extract(documentOf(text), rivers).relevant).toBe(false);
  });

  it('names every event in both languages or says why not, with one key a kind', () => {
    for (const event of defaultKnowledge.events) {
      expect([...event.names.en, ...event.names.zh].length).toBeGreaterThan(0);
      expect(event.key).toMatch(/^[a-z]+(?:\/[a-z-]+)?(?:\/\{year\})?$/);
      const dates = (event.editions ?? []).flatMap((e) => [e.start, e.end].filter((d) => d !== undefined));
      for (const day of dates) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    }
  });
});
