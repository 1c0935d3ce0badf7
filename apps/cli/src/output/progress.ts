import { SingleBar } from 'cli-progress';

/** A progress bar on standard error in a terminal, nothing when piped. Without a total it only counts. */
export class Progress {
  private readonly isTerminal: boolean;
  private bar: SingleBar | null = null;

  constructor(
    private readonly what: string,
    private readonly unit = '',
    isTerminal = process.stderr.isTTY === true,
  ) {
    this.isTerminal = isTerminal;
  }

  /** Shows `done` of `total`; the first call draws the bar. */
  update(done: number, total?: number): void {
    if (!this.isTerminal) return;
    const known = total !== undefined;
    this.bar ??= this.begin(known);
    this.bar.setTotal(Math.max(total ?? done, 1));
    this.bar.update(done);
  }

  stop(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private begin(known: boolean): SingleBar {
    const unit = this.unit === '' ? '' : ` ${this.unit}`;
    const format = known
      ? `${this.what} {bar} {value}/{total}${unit} · {eta_formatted} left`
      : `${this.what} {value}${unit}`;
    const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
    bar.start(1, 0);
    return bar;
  }
}
