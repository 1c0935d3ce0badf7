import type { StoredEvent } from '../port/event-store.port.js';

/** What a line of a backup holds; the file is NDJSON in UTF-8. */
export type BackupLine = BackupHeader | { kind: 'event'; event: StoredEvent } | BackupText | BackupEnd;

/** The first line. */
export interface BackupHeader {
  kind: 'header';
  format: typeof BACKUP_FORMAT;
  formatVersion: typeof BACKUP_VERSION;
  /** Position of the last event the backup holds. */
  head: string;
}

/** An archived text under its SHA-256 (hex). */
export interface BackupText {
  kind: 'text';
  hash: string;
  text: string;
}

/** The last line: without it the file was cut short. The digest covers every event, as a seal does. */
export interface BackupEnd {
  kind: 'end';
  events: number;
  texts: number;
  digest: string;
}

export const BACKUP_FORMAT = 'wic-tracker backup';
export const BACKUP_VERSION = 1;

/** What is wrong with a backup, and in which line (from 1). */
export class BackupError extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`The backup cannot be used: line ${line} ${reason}. Take an unaltered copy of it.`);
    this.name = 'BackupError';
  }
}

/** One line of a backup, without its line feed. */
export function encodeLine(line: BackupLine): string {
  return JSON.stringify(line);
}
