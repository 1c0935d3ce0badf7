import { z } from 'zod';
import { BACKUP_FORMAT, BACKUP_VERSION, BackupError, type BackupLine } from './backup-line.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const event = z.strictObject({
  id: z.string().min(1),
  type: z.string().min(1),
  version: z.number().int().positive(),
  stream: z.string().min(1),
  revision: count,
  position: z.string().regex(/^\d+$/),
  recordedAt: z.iso.datetime({ precision: 3 }),
  backfill: z.boolean(),
  causationId: z.string().nullable(),
  correlationId: z.string().nullable(),
  actor: z.string(),
  announcedAt: z.string().nullable(),
  data: z.unknown().refine((data) => data !== undefined, 'is missing'),
  hash,
  previousHash: hash.nullable(),
});

const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('header'), format: z.string(), formatVersion: count, head: z.string() }),
  z.strictObject({ kind: z.literal('event'), event }),
  z.strictObject({ kind: z.literal('text'), hash, text: z.string() }),
  z.strictObject({ kind: z.literal('end'), events: count, texts: count, digest: hash }),
]);

/** The content of a line; throws `BackupError` naming the line (from 1) where it is not one of a backup. */
export function parseLine(text: string, number: number): BackupLine {
  const parsed = line.safeParse(jsonOf(text, number));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BackupError(number, `is not of a backup (${issue?.path.join('.')}: ${issue?.message})`);
  }
  if (parsed.data.kind === 'header') refuseOtherFormat(parsed.data, number);
  return parsed.data as BackupLine;
}

function jsonOf(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupError(number, 'is not JSON: the file is damaged or was cut short');
  }
}

function refuseOtherFormat(header: { format: string; formatVersion: number }, number: number): void {
  if (header.format !== BACKUP_FORMAT) throw new BackupError(number, 'is not the header of a tracker backup');
  if (header.formatVersion !== BACKUP_VERSION)
    throw new BackupError(
      number,
      `tells format ${header.formatVersion}; this program reads ${BACKUP_VERSION}`,
    );
}
