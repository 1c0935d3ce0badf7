import type { Kind, Lang } from '#domain';
import type { Lexicon } from '../knowledge/lexicon.js';
import { ANAPHORS, NOUNS } from '../kinds/nouns.js';
import { editionNamed, yearOfEdition } from './edition.js';
import { joined } from './joining.js';
import type { Mention } from './mention.js';
import { matchesOf } from '../text/matches.js';

const grouped = (lang: Lang): string =>
  NOUNS[lang].map(({ noun }, index) => `(?<k${index}>${noun})`).join('|');
const NOUN_PATTERN: Record<Lang, RegExp> = {
  en: new RegExp(`\\b(?:${grouped('en')})\\b(?!-|s\\b)`, 'gi'),
  zh: new RegExp(grouped('zh'), 'g'),
};

function nounKind(groups: Record<string, string | undefined>, lang: Lang): Kind {
  const index = NOUNS[lang].findIndex((_, at) => groups[`k${at}`] !== undefined);
  return NOUNS[lang][index]?.kind ?? 'other';
}
const backwards = (lang: Lang): string =>
  ANAPHORS[lang].map(({ words }, index) => `(?<k${index}>${words})`).join('|');
const ANAPHOR_PATTERN: Record<Lang, RegExp> = {
  en: new RegExp(`(?:${backwards('en')})(?![a-z-])`, 'gi'),
  zh: new RegExp(backwards('zh'), 'g'),
};

function anaphorKinds(groups: Record<string, string | undefined>, lang: Lang): readonly Kind[] | 'any' {
  return ANAPHORS[lang].find((_, at) => groups[`k${at}`] !== undefined)?.kinds ?? 'any';
}

const COUNTED = /(?:[\d多几两数三四五六七八九十]\s?[场个项份部家]|等|系列|各|场|该|多个)$/;
const NOT_A_THING =
  /(?:news|press|people's|general|foreign|post|head|according to (?:a|the)|said in a|media|quarterly|in-depth|united nations|g20|b20|brics|apec) $/i;
/** What was before: 前三届大赛, 往届大会. */
const FORMER = /(?:前[几两一二三四五六七八九十\d]+届|往届|历届|上一?届)的?$/;
/** 成立大会 is the 大会 of its sentence. */
const ANOTHER_MEETING = /(?:成立|表彰|动员)大会/;
/** What follows a meeting's name and is organised for it. */
const FOR_MEETING =
  /^["》]?的?(?:记者|媒体|志愿者|报名|注册|筹备|官网|吉祥物|宣传片|主题曲|会徽|门票|安保|倒计时)/;
const GATHERINGS: readonly string[] = ['institution', 'summit', 'expo'];
/** What follows a name and makes it qualify something else: its press conference, its secretary. */
const ABOUT =
  /^["' ]*(?:新闻发布会|发布会|新闻中心|组委会|(?:常务)?副?秘书长|秘书处|副?理事长|嘉宾|代表团|开幕式|闭幕式|的?(?:永久)?(?:(?:举办|召开|承办|主办)(?:地|城市|方|单位)|会址|落户)|press conference|news conference|press briefing|secretary|organizer|organiser|media cent|official website|website|'s official)/i;

/** 峰会人工智能论坛, 大会产业合作大会: the name goes on to that of one of its parts. */
const GOES_ON =
  /^[^，。；、：:,.在将于的"《》' 举召发主承出参启开闭与和及由向会为\d]{2,16}(?:论坛|大会(?!上)|会议|对话|研讨会|座谈会|晚宴|主题展)/;

const clash = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** A plain noun inside "the forum" gives way to it; a name never does. */
const within = (thing: Mention, span: { start: number; end: number }): boolean =>
  thing.event === null && thing.kind !== 'institution' && thing.start >= span.start && thing.end <= span.end;

function named(text: string, lexicon: Lexicon, trustShort: boolean): Mention[] {
  const events = lexicon.events
    .find(text)
    .map(({ start, end, entry }) => ({ start, end, kind: entry.kind, event: entry }));
  const institutions = lexicon.institution
    .find(text)
    .filter(({ entry }) => trustShort || entry === 'full')
    .map(({ start, end }) => ({ start, end, kind: 'institution' as const, event: null }));
  const free = institutions.filter((found) => !events.some((event) => clash(event, found)));
  return [...events, ...free].map((found) => ({
    ...found,
    year: null,
    ordinal: null,
    own: found.kind === 'institution',
    anaphor: null,
    modifier: false,
  }));
}

function common(text: string, lang: Lang, taken: Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const match of matchesOf(text, NOUN_PATTERN[lang])) {
    const span = { start: match.index, end: match.index + match[0].length };
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    const named = taken.some((t) => clash(t, span));
    if (!named && !COUNTED.test(before) && !NOT_A_THING.test(before)) {
      found.push({
        ...span,
        kind: nounKind(match.groups ?? {}, lang),
        event: null,
        year: null,
        ordinal: null,
        own: false,
        anaphor: null,
        modifier: false,
      });
    }
  }
  return found;
}

function anaphors(text: string, lang: Lang, taken: Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const match of matchesOf(text, ANAPHOR_PATTERN[lang])) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (taken.some((t) => clash(t, span) && !within(t, span))) continue;
    if (FORMER.test(text.slice(0, span.start)) || (match[0] === '大会' && ANOTHER_MEETING.test(text)))
      continue;
    found.push({
      ...span,
      kind: 'other',
      event: null,
      year: null,
      ordinal: null,
      own: false,
      anaphor: anaphorKinds(match.groups ?? {}, lang),
      modifier: false,
    });
  }
  return found;
}

/** When the first edition of a thing was; the institution's own name and "the conference" mean its yearly meeting. */
function firstYearOf(mention: Mention, lexicon: Lexicon): number | null {
  const meeting = mention.kind === 'institution' || mention.anaphor !== null;
  if (meeting) return lexicon.summit?.firstYear ?? null;
  return mention.event ? (mention.event.firstYear ?? lexicon.summit?.firstYear ?? null) : null;
}

/** The things a piece of text speaks of, in its order. */
export function mentionsIn(text: string, lang: Lang, lexicon: Lexicon, trustShort: boolean): Mention[] {
  const known = named(text, lexicon, trustShort);
  const things = [...known, ...common(text, lang, known)];
  const back = anaphors(text, lang, things);
  const ordered = [...things.filter((t) => !back.some((b) => clash(b, t))), ...back].sort(
    (a, b) => a.start - b.start,
  );
  const editions = ordered.map((mention) => {
    const noun = mention.anaphor ? text.slice(mention.start, mention.end).search(/[A-Za-z]+$/) : 0;
    return { ...mention, ...editionNamed(text, mention.start + Math.max(0, noun), mention.end) };
  });
  return joined(text, editions).map((mention) => ({
    ...mention,
    year: yearOfEdition(mention, firstYearOf(mention, lexicon)),
    modifier:
      mention.modifier ||
      ABOUT.test(text.slice(mention.end, mention.end + 24)) ||
      (GATHERINGS.includes(mention.kind) && FOR_MEETING.test(text.slice(mention.end, mention.end + 8))) ||
      (mention.kind === 'summit' && GOES_ON.test(text.slice(mention.end, mention.end + 24))),
  }));
}
