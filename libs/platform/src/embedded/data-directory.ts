import { access, chmod, constants, mkdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';

/** The data directory cannot be used; the message names the path and the cure. */
export class DataDirectoryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataDirectoryError';
  }
}

/** Where things lie in a data directory. */
export function layout(directory: string) {
  return {
    directory,
    cluster: join(directory, 'postgres'),
    /** A cluster in the making; renamed when complete. */
    newCluster: join(directory, 'postgres.new'),
    password: join(directory, 'postgres.password'),
    log: join(directory, 'postgres.log'),
    sockets: join(directory, 'run'),
    lock: join(directory, 'tracker.lock'),
  };
}

export type Layout = ReturnType<typeof layout>;

/** Makes the directory if it is missing and proves that it can be used. Throws DataDirectoryError. */
export async function openDataDirectory(dataDir: string): Promise<Layout> {
  const path = isAbsolute(dataDir) ? dataDir : resolve(dataDir);
  try {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    // run by root, the server runs as somebody else, who must be able to pass through
    if (made !== undefined && process.getuid?.() === 0) await chmod(path, 0o711);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return layout(await realpath(path));
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What a failed operation on a path of the data directory means to whoever runs the program. */
export function unusable(path: string, error: unknown): DataDirectoryError {
  const { code, message } = error as NodeJS.ErrnoException;
  const cures: Record<string, string> = {
    EACCES: 'it belongs to another user. Run the tracker as that user, give it to this one (chown -R)',
    EPERM: 'it belongs to another user. Run the tracker as that user, give it to this one (chown -R)',
    EROFS: 'it is on a file system mounted read-only. Mount it writable',
    ENOSPC: 'the disk is full. Make room',
    ENOTDIR: 'a part of the path is a file. Move that file away',
    EEXIST: 'it is a file. Move that file away',
  };
  const cure = cures[code ?? ''] ?? `${message}. Repair that`;
  return new DataDirectoryError(`Cannot use ${path}: ${cure}, or set DATA_DIR to another directory.`, {
    cause: error,
  });
}
