import { WicError } from '#client';
import { CommanderError } from 'commander';

/** How the program ends: 0 done, 1 failed, 2 the command line was wrong. `message` null: said already. */
export interface Failure {
  code: 0 | 1 | 2;
  message: string | null;
}

/** A mistake on the command line that only shows when the command runs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What an error means to whoever typed the command. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, message: null };
  if (error instanceof WicError) return { code: isMistake(error) ? 2 : 1, message: refusalText(error) };
  if (error instanceof UsageError) return { code: 2, message: error.message };
  if (isAbort(error)) return { code: 1, message: 'Interrupted.' };
  return { code: 1, message: fileTrouble(error) ?? (error as Error).message };
}

export function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}

/** The tracker could not read what was given, or names the field that cannot be. */
function isMistake({ status, errors }: WicError): boolean {
  return status === 400 || (status === 422 && errors.length > 0);
}

/** The tracker's own words; the fields it names are listed unless the sentence has them already. */
function refusalText({ status, message, errors }: WicError): string {
  const told = message.replaceAll(/(^|\s)\/(\w+)(\/\d+)?:/g, '$1$2:');
  const more = errors.filter(({ detail }) => !message.includes(detail));
  const lines = more.map(({ pointer, detail }) => `\n  ${pointer.slice(1)}: ${detail}`);
  return `${told}${lines.join('')}${status === 401 || status === 403 ? KEY_HINT : ''}`;
}

const KEY_HINT =
  '\nGive a key with --key or WIC_KEY; whoever owns the data directory makes one with "wic keys create --local".';

const FILE_TROUBLE: Record<string, string> = {
  ENOENT: 'There is no such file or directory:',
  EACCES: 'May not open',
  EISDIR: 'This is a directory, not a file:',
  ENOTDIR: 'A part of this path is a file:',
  ENOSPC: 'The disk is full; could not write',
  EROFS: 'The disk is read-only; could not write',
};

function fileTrouble(error: unknown): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const known = FILE_TROUBLE[code ?? ''];
  return known === undefined ? null : `${known} ${path ?? ''}`.trim();
}
