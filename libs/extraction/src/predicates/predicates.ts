import type { Lang, Phase } from '#domain';
import type { Tense } from '../dates/resolve.js';
import { PREDICATES, type Deed } from '../kinds/predicates.js';
import type { Span } from '../text/view.js';
import { matchesOf } from '../text/matches.js';

/** A verb that says that something happens to a thing. */
export interface Predicate extends Span {
  deed: Deed;
  thing: 'before' | 'after';
  phase: Phase;
  tense: Tense;
}

const PATTERNS = {
  en: PREDICATES.en.map((cue) => ({
    ...cue,
    pattern: new RegExp(`(?<![A-Za-z-])(?:${cue.verb})(?![a-z-])`, 'gi'),
  })),
  zh: PREDICATES.zh.map((cue) => ({ ...cue, pattern: new RegExp(cue.verb, 'g') })),
};

const FUTURE: Record<Lang, RegExp> = {
  en: /\b(?:will|to(?! (?:the|an?|its|all|those|each)\b)|shall|slated|scheduled|due|set|upcoming|expected|plans?|going)\b[^.;]{0,18}$/i,
  zh: /(?:将|拟|定于|即将|预计|有望)[^。；]{0,40}$/,
};
const VETO_BEFORE: Record<Lang, RegExp> = {
  en: /\b(?:not|never|has been|have been|(?:to )?be able to|if|first time (?:that )?such an? \w+|previously|previous|usually|before it|as it|since) (?:\w+ )?$/i,
  zh: /(?:的(?:成功|顺利|圆满)?|每年|历年|历届|连续(?:成功)?|未|没有|一直|此前|曾|如期|所|共同|自\d{4}年(?:首次)?|已经?(?:连续)?(?:成功)?)$/,
};
const VETO_AFTER: Record<Lang, RegExp> = {
  en: /^ (?:every|each|annually|yearly)\b|^ (?:an? |its )?(?:(?:key|important) )?(?:work\b|preparations?|talks|hands|responsib|consultations|exchanges)/i,
  zh: /^(?:的(?!第|20|"|《|世界|数字|全球)|后|以来|之后|前夕|前的|期间|地点?[:：]|时间|单位|以前|之前|之际|者|权|城市|地|国|为契机|还有|还剩|只剩|仅剩|倒计时|不到|十年|[一二三四五六七八九十\d]+周年|等(?!发布)|新闻发布会|发布会|了?新闻发布会|了?(?:上|前)?(?:一|两|三|四|五|六|七|八|九|十|\d{1,2})(?:届|年))/,
};
/** What will "also be held" is listed, not announced. */
const BESIDES: Record<Lang, RegExp> = {
  en: /\balso (?:be |to be )?(?:held|holds?|hosts?|hosted|take place|organi[sz]ed?|feature)|\byear marks$/i,
  zh: /(?:还|同期|同时)(?:将|会)?(?:举行|举办|召开|组织)/,
};
const BESIDES_AFTER = /(?:期间|其间)(?:将|会)?(?:举行|举办|召开|组织)/;
const HABIT = /\b(?:every year|each year|annually|every|yearly|each)\b|每年|历年/i;

const PRESENT =
  /^(?:opens|kicks off|begins|starts|commences|closes|concludes|ends|convenes|runs|lasts|takes place|gets under ?way|launches|holds|hosts)\b/i;

/** English headlines and previews share the present tense: it tells neither past nor future. */
function tenseOf(future: boolean, verb: string): Tense {
  if (future) return 'future';
  return PRESENT.test(verb) ? null : 'past';
}

/** True where the words around a verb show that it tells nothing of its own. */
function vetoed(text: string, start: number, end: number, thing: 'before' | 'after', lang: Lang): boolean {
  if (thing === 'before' && text.startsWith('的', end)) return true;
  return (
    VETO_BEFORE[lang].test(text.slice(Math.max(0, start - 48), start)) ||
    VETO_AFTER[lang].test(text.slice(end, end + 24))
  );
}

const besides = (words: string, lang: Lang, thing: 'before' | 'after'): boolean =>
  BESIDES[lang].test(words) || (thing === 'after' && BESIDES_AFTER.test(words));

/** "Will …" before a verb; "used the stage to publish" is behind. */
const aheadIn = (text: string, start: number, end: number, lang: Lang): boolean =>
  !/^used /i.test(text.slice(start)) && FUTURE[lang].test(text.slice(Math.max(0, start - 48), end));

type Cue = (typeof PATTERNS)[Lang][number];

function predicateOf(
  text: string,
  lang: Lang,
  cue: Cue,
  match: RegExpExecArray,
  habit: boolean,
): Predicate | null {
  const [start, end] = [match.index, match.index + match[0].length];
  if (
    vetoed(text, start, end, cue.thing, lang) ||
    (cue.deed === 'hold' && besides(text.slice(Math.max(0, start - 24), end), lang, cue.thing))
  )
    return null;
  const future = cue.phase === 'plan' || aheadIn(text, start, end, lang);
  if (habit && !future && cue.deed !== 'apply') return null;
  const tense = lang === 'zh' && !future ? null : tenseOf(future, match[0]);
  return { start, end, deed: cue.deed, thing: cue.thing, phase: cue.phase, tense };
}

/** The verbs of some deeds in a piece of text, in its order, without those that tell of habits or nothing. */
export function predicatesIn(text: string, lang: Lang, deeds: ReadonlySet<Deed>): Predicate[] {
  const habit = HABIT.test(text);
  const cues = PATTERNS[lang].filter((cue) => deeds.has(cue.deed));
  const found = cues.flatMap((cue) =>
    matchesOf(text, cue.pattern).flatMap((match) => predicateOf(text, lang, cue, match, habit) ?? []),
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
