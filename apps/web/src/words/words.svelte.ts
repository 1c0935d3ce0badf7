import type { Localized } from '#client';
import { en, type Words } from './en.js';
import { zh } from './zh.js';

export type Lang = 'en' | 'zh';

const KEPT = 'wic-lang';
const BOOKS: Record<Lang, Words> = { en, zh };

/** The language of the page: the browser's, until the person chooses. */
class Language {
  lang = $state<Lang>(
    chosen() ?? ((navigator.languages.find((each) => /^(en|zh)/.test(each)) ?? 'en').slice(0, 2) as Lang),
  );
  readonly words = $derived(BOOKS[this.lang]);

  choose(lang: Lang): void {
    this.lang = lang;
    localStorage.setItem(KEPT, lang);
  }

  /** A text in the page's language, else in the one it has, with the language it is in. */
  of(text: Localized | null | undefined): { text: string; lang: Lang } | null {
    const other: Lang = this.lang === 'en' ? 'zh' : 'en';
    const lang = text?.[this.lang] ? this.lang : other;
    const found = text?.[lang];
    return found ? { text: found, lang } : null;
  }
}

function chosen(): Lang | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'en' || kept === 'zh' ? kept : null;
}

export const language = new Language();

/** The words of the page in its language: `words().nav.timeline`. */
export const words = (): Words => language.words;

/** The words of one view, both languages side by side: `const words = book({ en: {…}, zh: {…} })`, then `words().title`. */
export function book<Own>(both: { en: Own; zh: NoInfer<Own> }): () => Own {
  return () => both[language.lang];
}
