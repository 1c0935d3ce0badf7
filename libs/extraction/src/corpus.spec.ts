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

function read(
  gold: Labelled,
  raw: string,
  titled: boolean,
): { document: Document; statements: Statement[]; relevant: boolean } {
  const cut = titled ? raw.indexOf('\n\n') : -2;
  const day = gold.publishedAt ?? /^\d{4}-\d\d-\d\d/.exec(gold.published ?? '')?.[0] ?? null;
  const document: Document = {
    title: titled ? (/^TITLE: (.*)$/m.exec(raw.slice(0, cut))?.[1] ?? null) : null,
    text: raw.slice(cut + 2),
    url: gold.url ?? null,
    lang: null,
    publishedAt: day && new Date(`${day}T00:00:00+08:00`).toISOString(),
    publishedAtPrecision: day ? 'day' : null,
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

interface Figures {
  f1: number;
  kinds: number;
  starts: number;
  ends: number;
  relevance: number;
  sure: number;
}

function figures(file: string, textOf: (gold: Labelled) => string, titled: boolean): Figures {
  const n = {
    gold: 0,
    found: 0,
    hit: 0,
    kind: 0,
    dated: 0,
    start: 0,
    ended: 0,
    end: 0,
    docs: 0,
    relevant: 0,
    sure: 0,
    sureRight: 0,
  };
  for (const gold of labelled(file)) {
    const { document, statements, relevant } = read(gold, textOf(gold), titled);
    const pairs = paired(gold.announcements, statements, document.text);
    n.docs++;
    if (relevant === gold.relevant) n.relevant++;
    n.gold += gold.announcements.length;
    n.found += statements.length;
    n.hit += pairs.length;
    for (const [label, statement] of pairs) {
      const happens = statement.reading.happens;
      if (kindFits(label, statement)) n.kind++;
      if (label.eventStart) n.dated++;
      if (label.eventStart && happens?.start === label.eventStart) n.start++;
      if (label.eventEnd) n.ended++;
      if (label.eventEnd && happens?.end === label.eventEnd) n.end++;
    }
    const sure = statements.filter((s) => s.reading.confidence >= 0.9);
    n.sure += sure.length;
    n.sureRight += sure.filter((s) =>
      pairs.some(([label, other]) => other === s && kindFits(label, s)),
    ).length;
  }
  return {
    f1: (2 * n.hit) / (n.gold + n.found),
    kinds: n.kind / n.hit,
    starts: n.start / n.dated,
    ends: n.end / n.ended,
    relevance: n.relevant / n.docs,
    sure: n.sure === 0 ? 1 : n.sureRight / n.sure,
  };
}

(there ? describe : describe.skip)('the labelled texts', () => {
  it('are read as well as they were', () => {
    const got = figures(
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
    const got = figures(
      'gold-seeds.jsonl',
      (gold) => readFileSync(join(folder, '../seeds', gold.id), 'utf8'),
      false,
    );
    expect(got.f1).toBeGreaterThanOrEqual(0.85);
    expect(got.kinds).toBeGreaterThanOrEqual(0.93);
    expect(got.starts).toBe(1);
  });
});
