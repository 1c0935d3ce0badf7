import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, say } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
ensureProgram('redis-server', 'redis-server');
ensureProgram('chromium', 'chromium');

const report = join(mkdtempSync(join(tmpdir(), 'wic-report-')), 'jest.json');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const { status } = spawnSync(
  process.execPath,
  [...jest, '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
process.exit(status ?? 1);

/** Installs a Debian package where a program is missing and we may; else its specs will say that they did not run. */
function ensureProgram(program, debianPackage) {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status === 0) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!mayInstall)
    return say(
      `${program} is missing and cannot be installed from here: the specs that need it will not run.`,
    );
  say(`Installing ${debianPackage} for the tests…`);
  const apt = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends';
  spawnSync('sh', ['-c', `${apt} ${debianPackage}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
