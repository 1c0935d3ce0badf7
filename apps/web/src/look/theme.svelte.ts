const KEPT = 'wic-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: as the system says, until the person says otherwise. */
class Theme {
  private system = $state(dark.matches);
  private chosen = $state(localStorage.getItem(KEPT));
  readonly isDark = $derived(this.chosen === null ? this.system : this.chosen === 'dark');

  constructor() {
    dark.addEventListener('change', () => (this.system = dark.matches));
  }

  toggle(): void {
    this.chosen = this.isDark ? 'light' : 'dark';
    localStorage.setItem(KEPT, this.chosen);
  }
}

export const theme = new Theme();
