type Act = () => void;

/** How long the second key of two may take. */
const PAIR_MS = 1200;

/** The keys of the page: single ones, and pairs such as `g t`. Whoever types in a field is left alone. */
class Keys {
  private readonly bound = new Map<string, Act>();
  private first = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener('keydown', (event) => this.press(event));
  }

  /** Keys of a component, as long as it is there; to be called while it is made. */
  bind(acts: Record<string, Act>): void {
    $effect(() => {
      for (const [keys, act] of Object.entries(acts)) this.bound.set(keys, act);
      return () => {
        for (const [keys, act] of Object.entries(acts))
          if (this.bound.get(keys) === act) this.bound.delete(keys);
      };
    });
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTaken(event)) return;
    const act = this.bound.get(this.first === '' ? event.key : `${this.first} ${event.key}`);
    this.await(this.first === '' && this.isFirst(event.key) ? event.key : '');
    if (!act) return;
    event.preventDefault();
    act();
  }

  private isFirst(key: string): boolean {
    return [...this.bound.keys()].some((keys) => keys.startsWith(`${key} `));
  }

  private await(first: string): void {
    clearTimeout(this.timer);
    this.first = first;
    if (first !== '') this.timer = setTimeout(() => (this.first = ''), PAIR_MS);
  }
}

/** Keys that mean something else: with a modifier, in a field, in a dialog. */
function isTaken({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof Element)) return false;
  const isField = target.closest('input, textarea, select, [contenteditable]') !== null;
  return isField || document.querySelector('dialog[open]') !== null;
}

export const keys = new Keys();
