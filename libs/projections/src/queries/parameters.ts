/** The values of an SQL statement while it is being written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value. Returns its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
