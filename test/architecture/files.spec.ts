import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'libs'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && existsSync(join(ROOT, file)));

/** Written by a program, and read by one. */
const GENERATED = ['libs/client/src/contract.ts'];

/** The roles a file may have: `<thing>.<role>.ts`. */
const ROLES = [
  'adapter',
  'command',
  'commands',
  'config',
  'contract',
  'controller',
  'decider',
  'events',
  'filter',
  'fixture',
  'fold',
  'format',
  'gate',
  'guard',
  'handler',
  'hook',
  'interceptor',
  'listener',
  'migrations',
  'module',
  'parser',
  'pipe',
  'port',
  'projection',
  'query',
  'queries',
  'record',
  'role',
  'rule',
  'rules',
  'schema',
  'service',
  'spec',
  'state',
  'svelte',
  'view',
  'worker',
  'database',
  'data',
  'words',
];

describe('files', () => {
  it('say one thing: at most 200 lines', () => {
    const long = files.filter(
      (file) => !GENERATED.includes(file) && readFileSync(join(ROOT, file), 'utf8').split('\n').length > 201,
    );
    expect(long).toEqual([]);
  });

  it('have a role from the closed list, or none', () => {
    const strange = files.filter((file) => {
      const [, ...roles] = basename(file, '.ts').split('.');
      return roles.at(-1) === 'spec'
        ? roles.length > 2
        : roles.length > 1 || !roles.every((role) => ROLES.includes(role));
    });
    expect(strange).toEqual([]);
  });

  it('do not live in drawers of odds and ends', () => {
    const drawers = /\/(utils?|helpers?|common|dto|interfaces|misc|shared)(\/|\.ts$)/;
    expect(files.filter((file) => drawers.test(file))).toEqual([]);
  });
});
