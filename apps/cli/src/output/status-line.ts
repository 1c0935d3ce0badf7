import { colors, type Output } from './terminal.js';

const ERASE = '\r\u001b[2K';

/** A last line in a terminal that is written over; lines of the result appear above it. Nothing when piped. */
export class StatusLine {
  private text = '';
  private readonly isShown: boolean;

  constructor(
    private readonly output: Output,
    private readonly out: Pick<NodeJS.WriteStream, 'write'> = process.stdout,
  ) {
    this.isShown = output.isTerminal && !output.json;
  }

  show(text: string): void {
    this.text = text;
    if (this.isShown) this.out.write(`${ERASE}${colors.dim(text)}`);
  }

  above(line: string): void {
    this.erase();
    this.output.line(line);
    if (this.text !== '') this.show(this.text);
  }

  clear(): void {
    this.erase();
    this.text = '';
  }

  private erase(): void {
    if (this.isShown && this.text !== '') this.out.write(ERASE);
  }
}
