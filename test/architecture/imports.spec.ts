import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Names of the rules that a tree violates. */
async function violations(root: string): Promise<string[]> {
  const args = [
    join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'json',
    'libs',
    'apps',
  ];
  const output = await new Promise<string>((done, fail) =>
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) done(stdout);
      else fail(error ?? new Error(stderr));
    }),
  );
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** Files, each breaking one rule, in a house of the same shape. */
const planted: [file: string, text: string, rule: string][] = [
  ['libs/domain/src/a.ts', "import '#platform';", 'domain-imports'],
  ['libs/domain/src/b.ts', "import 'node:fs';", 'domain-is-pure'],
  ['libs/domain/src/c.ts', "import 'uuid';", 'domain-is-pure'],
  ['libs/extraction/src/a.ts', "import '#ingest';", 'extraction-imports'],
  ['libs/extraction/src/b.ts', "import 'node:crypto';", 'pure-of-node'],
  ['libs/extraction/src/c.ts', "import '@nestjs/common';", 'no-nest-in-pure-libs'],
  ['libs/ingest/src/a.ts', "import '#event-store';", 'ingest-imports'],
  ['libs/event-store/src/a.ts', "import 'pg';", 'home-of-pg'],
  ['libs/commands/src/a.ts', "import '#platform';", 'commands-imports'],
  ['libs/projections/src/a.ts', "import '#commands';", 'projections-imports'],
  ['libs/delivery/src/a.ts', "import '#ingest';", 'delivery-imports'],
  ['libs/delivery/src/b.ts', "import '../../domain/src/inner.js';", 'meet-at-the-index'],
  ['libs/platform/src/a.ts', "import '#domain';", 'platform-imports'],
  ['libs/platform/src/b.ts', "import '@nestjs/cqrs';", 'home-of-_nestjs_cqrs'],
  ['libs/client/src/a.ts', "import '#domain';", 'client-imports'],
  ['libs/ingest/src/b.ts', "import '#testing';", 'testing-in-specs-only'],
  ['libs/platform/src/c.ts', "import './d.js';", 'no-cycles'],
  ['apps/tracker/src/a.ts', "import '../../cli/src/a.js';", 'apps-stand-alone'],
  ['apps/cli/src/a.ts', "import '#domain';", 'cli-uses-the-client'],
  ['apps/web/src/a.ts', "import '#domain';", 'cli-uses-the-client'],
  ['apps/web/src/B.svelte', "<script>import '#domain';</script>", 'cli-uses-the-client'],
];

describe('import rules', () => {
  it('hold in this house', async () => expect(await violations(ROOT)).toEqual([]), 60_000);

  it('bite: every planted violation is named', async () => {
    const house = mkdtempSync(join(tmpdir(), 'house-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), file.endsWith('.svelte') ? text : `${text}\nexport {};\n`);
    };
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
      copyFileSync(join(ROOT, file), join(house, file));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    for (const lib of [
      'domain',
      'extraction',
      'ingest',
      'event-store',
      'commands',
      'projections',
      'delivery',
      'platform',
      'client',
      'testing',
    ]) {
      write(`libs/${lib}/src/index.ts`, '');
    }
    write('libs/domain/src/inner.ts', '');
    write('libs/platform/src/d.ts', "import './c.js';");
    for (const [file, text] of planted) write(file, text);
    const found = await violations(house);
    rmSync(house, { recursive: true });
    for (const [file, , rule] of planted)
      expect(found).toContainEqual(expect.stringMatching(`^${rule}: ${file} -> `));
  }, 60_000);
});
