import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const NEEDED = [20, 19];

/** Installs exactly what the lockfile names, unless that was done already. */
export function ensureInstalled() {
  requireNode();
  const lock = digest(['package-lock.json']);
  const stamp = join(ROOT, 'node_modules/.installed');
  if (stampIs(stamp, lock)) return;
  say('Installing packages (about a minute, once)…');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** Compiles the sources, unless they were compiled as they are now. */
export function ensureBuilt() {
  const sources = digest([
    'apps',
    'libs',
    'chronicle',
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
    'package-lock.json',
  ]);
  const stamp = join(ROOT, 'dist/.built');
  if (stampIs(stamp, sources)) return;
  say('Compiling (about 20 seconds, after changes only)…');
  run('npm', ['run', '--silent', 'build']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/** Runs a program in the checkout, its output shown; ends this one with its exit code when it fails. */
export function run(command, args, options = {}) {
  try {
    execFileSync(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
  } catch (error) {
    process.stderr.write(`\n"${command} ${args.join(' ')}" failed; the lines above say why.\n`);
    process.exit(error.status ?? 1);
  }
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  say(`Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

function stampIs(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

/** Changes whenever a file below the paths does: names, sizes and times of change. */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  const stat = statSync(full);
  if (stat.isDirectory()) {
    for (const name of readdirSync(full).sort()) if (name !== 'node_modules') add(hash, join(path, name));
  } else {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  }
}
