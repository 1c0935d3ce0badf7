import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule that does not hold, and where. */
export interface Violation {
  rule: string;
  where: string[];
}

interface Found {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary: string }[];
}

/** The serious and critical violations on a page, in the state it is in. */
export async function axe(page: Page): Promise<Violation[]> {
  await page.evaluate(SOURCE); // by the debugger, which no CSP stops
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as Found[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      rule: id,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
}
