/** Values sealed at rest, each with its own data key wrapped by the keyring; shredding drops the key. */
export abstract class Secrets {
  /** Seals JSON data under `ref`, replacing what was there. */
  abstract seal(ref: string, value: unknown): Promise<void>;
  /** The value, or null when there is none or it was shredded. */
  abstract open<Value = unknown>(ref: string): Promise<Value | null>;
  abstract shred(ref: string): Promise<void>;
  /** Puts every secret under the newest key of the keyring, after which older keys may go. Counts those it changed. */
  abstract rewrap(): Promise<number>;
}
