import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from './extract.js';
import type { Document, Statement } from './extraction.js';

/** Scores the extractor on labelled texts outside the repository: `WIC_CORPUS` names their folder. */
const folder = process.env.WIC_CORPUS ?? '';
const there = folder !== '' && existsSync(join(folder, 'gold.jsonl'));
if (!there) {
  process.stderr.write(
    '\n*** The extraction corpus was NOT scored: WIC_CORPUS names no folder with gold.jsonl. ***\n',
  );
}

interface Gold {
  kind: string;
  acceptKinds?: string[];
  evidence: string;
  eventStart: string | null;
  eventEnd: string | null;
  place: string | null;
}
interface Labelled {
  id: string;
  relevant: boolean;
  publishedAt?: string | null;
  published?: string;
  url?: string;
  announcements: Gold[];
}

const labelled = (file: string): Labelled[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);

interface Read {
  document: Document;
  statements: Statement[];
  relevant: boolean;
}

const dayOf = (gold: Labelled): string | null =>
  gold.publishedAt ?? /^\d{4}-\d\d-\d\d/.exec(gold.published ?? '')?.[0] ?? null;

function read(gold: Labelled, raw: string, titled: boolean): Read {
  const cut = titled ? raw.indexOf('\n\n') : -2;
  const title = titled ? /^TITLE: (.*)$/m.exec(raw.slice(0, cut))?.[1] : undefined;
  const day = dayOf(gold);
  const document: Document = {
    title: title ?? null,
    text: raw.slice(cut + 2),
    url: gold.url ?? null,
    lang: null,
    publishedAt: day && new Date(`${day}T00:00:00+08:00`).toISOString(),
    publishedAtPrecision: day === null ? null : 'day',
    publishedAtRaw: day,
    receivedAt: '2026-11-21T00:00:00.000Z',
    tz: 'Asia/Shanghai',
    trusted: false,
  };
  return { document, ...extract(document) };
}

const kindFits = (gold: Gold, statement: Statement): boolean =>
  [gold.kind, ...(gold.acceptKinds ?? [])].includes(statement.reading.kind);

function overlap(gold: Gold, statement: Statement, text: string): boolean {
  const at = text.indexOf(gold.evidence);
  return statement.reading.evidence.some(
    (e) => e.in === 'text' && e.start < at + gold.evidence.length && e.end > at,
  );
}

const score = (gold: Gold, statement: Statement, text: string): number =>
  (overlap(gold, statement, text) ? 2 : 0) +
  (kindFits(gold, statement) ? 1.5 : 0) +
  (gold.eventStart !== null && statement.reading.happens?.start === gold.eventStart ? 1 : 0);

/** Pairs labels with statements, the best first; a pair needs the same words or the same kind and day. */
function paired(golds: Gold[], statements: Statement[], text: string): [Gold, Statement][] {
  const all = golds.flatMap((g) => statements.map((s) => ({ g, s, score: score(g, s, text) })));
  const pairs: [Gold, Statement][] = [];
  for (const { g, s } of all.filter((p) => p.score >= 2).sort((a, b) => b.score - a.score)) {
    if (!pairs.some(([x, y]) => x === g || y === s)) pairs.push([g, s]);
  }
  return pairs;
}

/** A share of right answers: how many of how many. */
class Share {
  private right = 0;
  private all = 0;
  add(right: boolean): void {
    this.all++;
    if (right) this.right++;
  }
  get value(): number {
    return this.all === 0 ? 1 : this.right / this.all;
  }
}

function scored(file: string, textOf: (gold: Labelled) => string, titled: boolean) {
  const shares = {
    kinds: new Share(),
    starts: new Share(),
    ends: new Share(),
    relevance: new Share(),
    sure: new Share(),
  };
  let [labels, found, hits] = [0, 0, 0];
  for (const gold of labelled(file)) {
    const { document, statements, relevant } = read(gold, textOf(gold), titled);
    const pairs = paired(gold.announcements, statements, document.text);
    [labels, found, hits] = [
      labels + gold.announcements.length,
      found + statements.length,
      hits + pairs.length,
    ];
    shares.relevance.add(relevant === gold.relevant);
    for (const [label, { reading }] of pairs) {
      if (label.eventStart) shares.starts.add(reading.happens?.start === label.eventStart);
      if (label.eventEnd) shares.ends.add(reading.happens?.end === label.eventEnd);
    }
    for (const [label, statement] of pairs) shares.kinds.add(kindFits(label, statement));
    for (const statement of statements.filter((s) => s.reading.confidence >= 0.9)) {
      shares.sure.add(pairs.some(([label, other]) => other === statement && kindFits(label, other)));
    }
  }
  const values = Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, share.value]));
  return { ...values, f1: (2 * hits) / (labels + found) } as Record<keyof typeof shares | 'f1', number>;
}

(there ? describe : describe.skip)('the labelled texts', () => {
  it('are read as well as they were', () => {
    const got = scored(
      'gold.jsonl',
      (gold) => readFileSync(join(folder, 'docs', `${gold.id}.txt`), 'utf8'),
      true,
    );
    expect(got.f1).toBeGreaterThanOrEqual(0.97);
    expect(got.kinds).toBeGreaterThanOrEqual(0.95);
    expect(got.starts).toBeGreaterThanOrEqual(0.97);
    expect(got.ends).toBeGreaterThanOrEqual(0.95);
    expect(got.relevance).toBe(1);
    expect(got.sure).toBeGreaterThanOrEqual(0.95);
  });

  it('of the first documents are read as well as they were', () => {
    const got = scored(
      'gold-seeds.jsonl',
      (gold) => readFileSync(join(folder, '../seeds', gold.id), 'utf8'),
      false,
    );
    expect(got.f1).toBeGreaterThanOrEqual(0.85);
    expect(got.kinds).toBeGreaterThanOrEqual(0.93);
    expect(got.starts).toBe(1);
  });
});
