import type { Lang } from '#domain';
import type { Span } from '../text/view.js';

const PATTERNS: Record<Lang, RegExp[]> = {
  en: [
    /\b(?:themed?|theme of|theme is|theme was|theme,|theme:|under the theme(?: of)?|titled|with the theme(?: of)?|entitled|title of the conference is)[ :,]*(?:on |as )?["'](?<theme>[^"]{4,260}?)["'](?=[\s,.;)]|$)/i,
    /^theme: ?(?<theme>[^\n"]{4,200})$/i,
  ],
  zh: [
    /主题(?:是|为|:|：|定为)? ?"(?<theme>[^"]{3,80})"/,
    /以 ?"(?<theme>[^"]{3,80})" ?为(?:年度)?主题/,
    /围绕 ?"(?<theme>[^"]{3,80})" ?(?:这一)?主题/,
  ],
};

/** The span of the theme that a piece states, without its quotes. */
export function themeIn(text: string, lang: Lang): Span | null {
  for (const pattern of PATTERNS[lang]) {
    const match = pattern.exec(text);
    const theme = match?.groups?.theme;
    if (match && theme) {
      const start = match.index + match[0].indexOf(theme);
      return { start, end: start + theme.replace(/[,.]$/, '').length };
    }
  }
  return null;
}
