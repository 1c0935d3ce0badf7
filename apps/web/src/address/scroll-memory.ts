const SAVE_MS = 120;
const PATIENCE_MS = 1500;

interface Remembered {
  y?: number;
}

/** Remembers how far down each step of the history was read, and goes there again on the way back. */
export function rememberScroll(): void {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_MS);
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    restore();
  });
  restore();
}

/** To be called before a step, for what was scrolled just now. */
export function saveScroll(): void {
  save();
}

function save(): void {
  history.replaceState({ ...(history.state as Remembered | null), y: scrollY }, '');
}

/** What was there may still have to be read: tries until the page is long enough again. */
function restore(): void {
  const { y = 0 } = (history.state as Remembered | null) ?? {};
  const until = Date.now() + PATIENCE_MS;
  const attempt = () => {
    scrollTo(0, y);
    const isThere = Math.abs(scrollY - y) < 2;
    if (!isThere && Date.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
