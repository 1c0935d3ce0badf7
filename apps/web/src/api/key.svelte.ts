const KEPT = 'wic-key';

/** The API key for writing: asked for once, kept until the tab is closed. */
class Key {
  value = $state<string | null>(sessionStorage.getItem(KEPT));
  /** Whether the page is asking for it. */
  asked = $state(false);
  private waiting: ((given: boolean) => void)[] = [];

  /** Resolves true once there is a key, false when the person would rather not. */
  async needed(): Promise<boolean> {
    if (this.value) return true;
    this.asked = true;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  give(value: string | null): void {
    this.value = value;
    if (value) sessionStorage.setItem(KEPT, value);
    this.asked = false;
    for (const resolve of this.waiting.splice(0)) resolve(value !== null);
  }

  /** A read was refused: a key that does not hold is forgotten; where there is none, it is asked for. */
  refused(): void {
    if (this.value) this.forget();
    else void this.needed();
  }

  forget(): void {
    this.value = null;
    sessionStorage.removeItem(KEPT);
  }
}

export const key = new Key();
