import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configVariables } from '#platform';

const ROOT = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the docs', () => {
  it('have their generated parts as the code is now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);

  it('tell every event that the log can hold, each with its sentence', () => {
    const table = text('libs/event-store/src/upcasting/upcasters.ts');
    const types = [...table.matchAll(/^ {2}([A-Z]\w+): /gm)].map(([, type]) => type).sort();
    const told = [...text('docs/events.md').matchAll(/^### (\w+)\n\S.+\.\n/gm)]
      .map(([, type]) => type)
      .sort();
    expect(types.length).toBeGreaterThan(20);
    expect(told).toEqual(types);
  });

  it('list every variable of the environment', () => {
    const rows = [...text('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(configVariables().map(({ name }) => name));
  });

  it('keep decisions short, numbered without a gap, each with context, decision and consequences', () => {
    const files = readdirSync(join(ROOT, 'docs/decisions')).sort();
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
    for (const file of files) {
      const page = text(`docs/decisions/${file}`);
      expect(page.split('\n').length).toBeLessThanOrEqual(41);
      for (const part of ['**Context.**', '**Decision.**', '**Consequences.**']) expect(page).toContain(part);
    }
  });

  it('link only to what exists', () => {
    const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
      .trim()
      .split('\n');
    const dead = pages
      .filter((page) => existsSync(join(ROOT, page)))
      .flatMap((page) =>
        [...text(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map(([, target]) => join(dirname(page), target!))
          .filter((target) => !existsSync(join(ROOT, target)))
          .map((target) => `${page}: ${target}`),
      );
    expect(dead).toEqual([]);
  });
});
