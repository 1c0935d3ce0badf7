import { tick } from 'svelte';

const PATIENCE_MS = 1500;

/**
 * After a step to another view: a screen reader's focus goes to its heading, which may still be on its way.
 * `where` is what changes with such a step. To be called while the page is made.
 */
export function arriveAt(where: () => string): void {
  let last: string | null = null;
  $effect(() => {
    const now = where();
    if (last !== null && last !== now) void tick().then(() => focusHeading(Date.now() + PATIENCE_MS));
    last = now;
  });
}

function focusHeading(until: number): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.style.outline = 'none';
    heading.focus({ preventScroll: true });
  } else if (Date.now() < until) requestAnimationFrame(() => focusHeading(until));
}
