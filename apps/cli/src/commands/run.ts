import type { Command } from 'commander';
import { makeContext, type Context } from '../context.js';

/** Wraps what a command does: it gets the context first, then its arguments and its own options. */
export function run<Args extends unknown[]>(work: (context: Context, ...args: Args) => Promise<void>) {
  return async (...received: unknown[]) => {
    const command = received.at(-1) as Command;
    await work(makeContext(command.optsWithGlobals()), ...(received.slice(0, -1) as Args));
  };
}
