/** Values sealed at rest, each with its own data key wrapped by the keyring; shredding drops the key. */
export abstract class Secrets {
  /** Seals JSON data under `ref`, replacing what was there. */
  abstract seal(ref: string, value: unknown): Promise<void>;
  /** The value, or null when there is none or it was shredded. */
  abstract open<Value = unknown>(ref: string): Promise<Value | null>;
  abstract shred(ref: string): Promise<void>;
}
