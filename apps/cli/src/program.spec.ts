import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { addressOf } from './context.js';
import { failureOf } from './failure.js';
import { makeProgram } from './program.js';

/** A program that says nothing, and the exit code of a command line. */
async function exitCode(...args: string[]): Promise<number> {
  const program = makeProgram();
  const silence = (command: Command) => {
    command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined }).exitOverride();
    command.commands.forEach(silence);
  };
  silence(program);
  return program.parseAsync(args, { from: 'user' }).then(
    () => 0,
    (error: unknown) => failureOf(error).code,
  );
}

describe('the command line', () => {
  it.each([
    ['frobnicate'],
    ['at'],
    ['at', '2023-06-20', '--limit', 'x'],
    ['at', '2023-06-20', '--limit', '0'],
    ['replay', '--speed', 'fast'],
    ['webhooks', 'replay', 'id'],
    ['webhooks', 'attempts', 'id', '--status', 'odd'],
    ['keys', 'create', '--scopes', 'everything'],
    ['sources', 'add'],
    ['status', '--unknown'],
    ['status', '--url', 'nonsense'],
    ['rebuild', 'log', '--reset'],
  ])('ends in 2 on: wic %s %s %s %s', async (...args) => expect(await exitCode(...args)).toBe(2));

  it('ends in 0 on help and in 1 when no tracker answers', async () => {
    expect(await exitCode('--help')).toBe(0);
    expect(await exitCode('keys', 'create', '--help')).toBe(0);
    expect(await exitCode('status', '--url', 'http://127.0.0.1:1')).toBe(1);
  });

  it('has every verb of the contract, each with a description', () => {
    const verbs = new Map(makeProgram().commands.map((command) => [command.name(), command]));
    const wanted =
      'status at search show follow replay import extract sources webhooks review verify rebuild reextract keys backup restore';
    expect([...verbs.keys()].sort()).toEqual(wanted.split(' ').sort());
    const all = [...verbs.values()].flatMap((command) => [command, ...command.commands]);
    expect(all.filter((command) => command.description() === '').map((command) => command.name())).toEqual(
      [],
    );
    const names = (verb: string) => verbs.get(verb)!.commands.map((command) => command.name());
    expect(names('sources')).toEqual(
      expect.arrayContaining(['add', 'poll', 'pause', 'resume', 'remove', 'import-opml', 'export-opml']),
    );
    expect(names('webhooks')).toEqual(
      expect.arrayContaining(['add', 'test', 'replay', 'attempts', 'rotate', 'enable', 'remove']),
    );
    expect(names('keys')).toEqual(expect.arrayContaining(['create', 'list', 'revoke']));
  });
});

describe('addressOf', () => {
  it('prefers the option, then WIC_URL, then this machine', () => {
    expect(addressOf({ url: 'https://a.example' }, { WIC_URL: 'http://b.example' })).toBe(
      'https://a.example',
    );
    expect(addressOf({}, { WIC_URL: 'http://b.example' })).toBe('http://b.example');
    expect(addressOf({}, { WIC_URL: '' })).toBe('http://127.0.0.1:4180');
  });

  it('names what holds a bad address', () => {
    expect(() => addressOf({}, { WIC_URL: 'localhost:4180' })).toThrow('WIC_URL is not an http address');
    expect(() => addressOf({ url: 'x' }, {})).toThrow('--url is not an http address');
  });
});
