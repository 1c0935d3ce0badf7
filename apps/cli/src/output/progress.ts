import { SingleBar } from 'cli-progress';

/** A progress bar on standard error in a terminal, nothing when piped. */
export class Progress {
  private readonly bar: SingleBar | null;

  constructor(what: string, isTerminal = process.stderr.isTTY === true) {
    const options = {
      format: `${what} {bar} {value}/{total} · {eta_formatted} left`,
      hideCursor: true,
      stream: process.stderr,
    };
    this.bar = isTerminal ? new SingleBar(options) : null;
  }

  /** Shows `done` of `total`; the first call draws the bar. */
  update(done: number, total: number): void {
    if (!this.bar) return;
    if (!this.bar.isActive) this.bar.start(Math.max(total, 1), done);
    this.bar.setTotal(Math.max(total, 1));
    this.bar.update(done);
  }

  stop(): void {
    this.bar?.stop();
  }
}
