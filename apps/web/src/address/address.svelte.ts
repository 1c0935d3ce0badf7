import { rememberScroll, saveScroll } from './scroll-memory.js';
import { pathOf, viewOf, type View } from './views.js';

/** The moments that hold for everything on the page, so every link carries them on. */
const CARRIED = ['asOf', 'knownAt'] as const;

export type Changes = Record<string, string | string[] | null>;

/** The address bar as state: each state of the page has an address, and each address restores its state. */
class AddressBar {
  private url = $state.raw(new URL(location.href));
  readonly place = $derived(viewOf(this.url.pathname));
  readonly query = $derived(this.url.searchParams);

  constructor() {
    addEventListener('popstate', () => (this.url = new URL(location.href)));
    document.addEventListener('click', (event) => this.follow(event));
    rememberScroll();
  }

  one(name: string): string | null {
    return this.query.get(name);
  }

  many(name: string): string[] {
    return this.query.getAll(name);
  }

  /** Where a view is, at the moments that are set now. */
  to(view: View, id?: string, query: Record<string, string> = {}): string {
    const carried = CARRIED.flatMap((name) => {
      const value = this.one(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    const search = new URLSearchParams([...Object.entries(query), ...carried]).toString();
    return pathOf(view, id) + (search === '' ? '' : `?${search}`);
  }

  /** Changes parameters in place. Null removes one. `replace` leaves no step to go back to, for what changes while one drags. */
  set(changes: Changes, { replace = false } = {}): void {
    const url = new URL(this.url);
    for (const [name, value] of Object.entries(changes)) {
      url.searchParams.delete(name);
      for (const each of value === null ? [] : [value].flat()) url.searchParams.append(name, each);
    }
    if (url.href === this.url.href) return;
    if (!replace) saveScroll();
    history[replace ? 'replaceState' : 'pushState']({ y: scrollY }, '', url);
    this.url = url;
  }

  go(href: string): void {
    const url = new URL(href, location.href);
    if (url.href === this.url.href) return;
    saveScroll();
    history.pushState(null, '', url);
    this.url = url;
    scrollTo(0, 0);
  }

  /** Links to a view change the page without loading it anew; all others do what links do. */
  private follow(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || event.defaultPrevented || wantsMore(event) || !leadsToView(link)) return;
    event.preventDefault();
    this.go(link.href);
  }
}

/** Another button or a key held: a new tab, a download. */
function wantsMore({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}

function leadsToView(link: HTMLAnchorElement): boolean {
  const { origin, pathname, hash } = new URL(link.href, location.href);
  const isOwn = origin === location.origin && viewOf(pathname) !== null && hash === '';
  return isOwn && link.target === '' && !link.hasAttribute('download');
}

export const address = new AddressBar();
