import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in package.json. */
export function version(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      continue; // not this folder
    }
  }
  return 'unknown';
}
