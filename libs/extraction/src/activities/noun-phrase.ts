import type { Lang } from '#domain';
import type { Span } from '../text/view.js';

const ENGLISH_LEFT = /(?:(?:[A-Z0-9"'(][\w.&'"()-]*|cross-[\w-]+|[a-z]+-based|of|on|for|and|the) ?){0,9}$/;
const ENGLISH_RIGHT =
  /^ (?:on|of|for) (?:the )?"?(?:(?!(?:was|were|is|are|will|at|in|during|held|and the|has|have)\b)[\w'"-]+[ ]?){1,8}/;
const CHINESE_LEFT = /[^，。；：:、《》"'\s的在将由和与及]{0,18}$/;
const QUOTED_LEFT = /["《][^"《》]{2,40}["》][^，。；："]{0,6}$/;

/** The words around a common noun that say which one it is: "the symposium on artificial intelligence", 人工智能座谈会. */
export function nounPhrase(text: string, noun: Span, lang: Lang): Span {
  const before = text.slice(Math.max(0, noun.start - 90), noun.start);
  if (lang === 'zh') {
    const quoted = QUOTED_LEFT.exec(before) ?? CHINESE_LEFT.exec(before);
    return { start: noun.start - (quoted?.[0].length ?? 0), end: noun.end };
  }
  const left = ENGLISH_LEFT.exec(before)?.[0] ?? '';
  const right = ENGLISH_RIGHT.exec(text.slice(noun.end, noun.end + 90))?.[0] ?? '';
  return { start: noun.start - left.length, end: noun.end + right.trimEnd().length };
}
