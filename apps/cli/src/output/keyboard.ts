import type { ReadStream } from 'node:tty';
import type { Output } from './terminal.js';

/** Single keys as they are pressed, while a command runs in a terminal. */
export class Keyboard {
  private readonly actions = new Map<string, () => void>();
  private readonly hear = (pressed: string) => [...pressed].forEach((key) => this.actions.get(key)?.());

  private constructor(private readonly input: ReadStream | null) {
    input?.setRawMode(true).setEncoding('utf8').on('data', this.hear).resume();
  }

  /** Hears nothing where there is no terminal, or its output is not for people. */
  static of(input: ReadStream, output: Output): Keyboard {
    return new Keyboard(input.isTTY && output.isTerminal && !output.json ? input : null);
  }

  on(key: string, action: () => void): void {
    this.actions.set(key, action);
  }

  /** Gives the terminal back. */
  close(): void {
    this.input?.off('data', this.hear).setRawMode(false).pause();
  }
}
