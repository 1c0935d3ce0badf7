import type { Lang } from '#domain';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Piece } from '../text/sections.js';
import type { Span } from '../text/view.js';

/** Neighbouring place names that together name one place: town, city, province. */
export interface PlaceGroup extends Span {
  /** ISO 3166-1 alpha-2 of its first part that has one, or null. */
  country: string | null;
  /** What to call it where the text abbreviates it to one character: 京 for 北京. */
  label: string | null;
  /** The names it is made of. */
  parts: Span[];
  /** Stands after "in" or "at", or 在. */
  located: boolean;
}

const ENGLISH_TAIL =
  /^(?: (?:Town|City|Province|Municipality|Special Administrative Region|SAR|city|province|town|county|County|District|district))?/;
const CHINESE_TAIL = /^(?:特别行政区|自治区|省|市|区|县|镇)?/;
const ENGLISH_LINK =
  /^(?:, | of | in |, in | \(|, an? [a-z -]{3,24} in )?(?:the )?(?:(?:north|south|east|west|central|northern|southern|eastern|western|northwest|northwestern|southeast|southwest|northeast|East|West|North|South|Northwest|Southeast|Southwest|Northeast)(?:ern)? ?)?(?:China's )?(?:(?:[a-z-]+ ){0,2}(?:city|town) of )?$/;
const CHINESE_LINK = /^(?:、)?$/;
const NOT_A_PLACE: Record<Lang, RegExp> = {
  en: /^(?:'s)? ?(?:Summit|Conference|Initiative|Declaration|Office|Outlook|Consensus|Provincial|Municipal|University|Daily|Research|Institute|Lab\b|Tower|Telecom|Mobile|Unicom|\d{4}|Forum|Government|government|Theatre|Administration|Academy|Association|Process|Competition|time|Times|Post|Commercial|province's|Internet|Plus|delegation)/,
  zh: /^(?:峰会|倡议|宣言|展望|办事处|代表处|日报|大学|时间|咖荟|样本|网信办|联通|移动|电信|铁塔|互联网|信息|网络|籍|人|"全球|"大赛|论坛|方案|智慧|主席|首脑|外交)/,
};
/** "Wuzhen will host …". */
const HOSTS = /^ (?:(?:will|to|is|again|has) ){0,2}(?:host(?:s|ing|ed)?|welcom(?:e|es|ing|ed))\b/;
/** "… Forum, Lyon, France, May 14, 2024": a place between a name and its day. */
const LISTED =
  /^(?:, [A-Z]\w+(?: [A-Z]\w+)?){0,2},? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d/;
/** "17 December, Lyon. …", "Nov 3, Lyon: …": the head of an entry in a list of what happened. */
const ENTRY =
  /^\W*(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:-\d{1,2})?)(?:,? \d{4})?[,;]? (?:in )?$/;
const CHINESE_AT = /(?:在|于|位于|走进|落户|来到|亮相|移师|地点[:：]?|中国)$/;
/** 4月14日 香港: a place behind the day in a line of a calendar. */
const CALENDAR_LINE = 60;
const BEHIND_DAY = /[日月旬号]\)? *[ |，]$/;
const ENGLISH_AT =
  /\b(?:in|at|(?:returns?|returned|comes back|came back|(?:drew|attracted|brought) [^.;]{4,80}) to|venue:?|place:?|location:?)(?: the)?(?: (?:(?:[a-z-]+ ){0,3}(?:city|town|county|village)|Chinese city) of)?(?: (?:north|south|east|west|central|northern|southern|eastern|western|northwest|northwestern|East|Northwest|Southeast|southeast)(?:ern)?)?(?: China's)?[ "']*$/i;

function tailed(text: string, end: number, lang: Lang): number {
  const tail = (lang === 'zh' ? CHINESE_TAIL : ENGLISH_TAIL).exec(text.slice(end, end + 32));
  return end + (tail?.[0].length ?? 0);
}

/** One-character names mean a place only between a preposition and a verb: 在京举行. */
const misleading = (text: string, start: number, name: string): boolean =>
  name.length === 1 && /[\u4e00-\u9fff]/.test(name) && !/[在于]$/.test(text.slice(0, start));

function joins(last: PlaceGroup, gap: string, lang: Lang): boolean {
  if (gap === '') return lang === 'zh';
  if (gap.length >= 60 || (/ in $/.test(gap) && !last.located)) return false;
  return (lang === 'zh' ? CHINESE_LINK : ENGLISH_LINK).test(gap);
}

/** 在香港, or behind the day in a line of a calendar. */
function chineseAt(text: string, before: string, end: number): boolean {
  return (
    CHINESE_AT.test(before) ||
    (/[日天午晚]，$/.test(before) && text.charAt(end) === '，') ||
    (text.length <= CALENDAR_LINE && BEHIND_DAY.test(before) && /^(?:[)，]|$)/.test(text.slice(end)))
  );
}

function isLocated(text: string, start: number, end: number, lang: Lang): boolean {
  const before = text.slice(Math.max(0, start - 100), start);
  if (lang === 'zh') return chineseAt(text, before, end);
  return (
    ENGLISH_AT.test(before) ||
    HOSTS.test(text.slice(end, end + 16)) ||
    (start < 50 && ENTRY.test(before) && /^(?:[.:,]| [-–—])/.test(text.slice(end))) ||
    (/[(,] ?$/.test(before) && LISTED.test(text.slice(end, end + 60)))
  );
}

/** "China's" belongs to what follows it: east China's Zhejiang. */
const possessive = (text: string, end: number, country: boolean): boolean =>
  country && /^'s? /.test(text.slice(end, end + 3));

const LOOKED_UP = new WeakMap<Piece, PlaceGroup[]>();

/** The places that a piece names, neighbours joined; looked up once a piece. */
export function placesIn({ piece, lang }: { piece: Piece; lang: Lang }, lexicon: Lexicon): PlaceGroup[] {
  const known = LOOKED_UP.get(piece);
  if (known) return known;
  const groups = placeGroups(piece.text, lang, lexicon);
  LOOKED_UP.set(piece, groups);
  return groups;
}

function placeGroups(text: string, lang: Lang, lexicon: Lexicon): PlaceGroup[] {
  const groups: PlaceGroup[] = [];
  for (const { start, end: nameEnd, entry: place } of lexicon.places.find(text)) {
    if (misleading(text, start, text.slice(start, nameEnd))) continue;
    const part = { start, end: tailed(text, nameEnd, lang) };
    const last = groups.at(-1);
    if (last && possessive(text, part.end, place.names.en.includes('China'))) continue;
    if (last && joins(last, text.slice(last.end, start), lang)) {
      last.end = part.end;
      last.label = null;
      last.parts.push(part);
      last.located ||= isLocated(text, last.start, last.end, lang);
    } else
      groups.push({
        ...part,
        label: nameEnd - start === 1 ? (place.names.zh[0] ?? null) : null,
        parts: [part],
        country: place.country,
        located: isLocated(text, start, part.end, lang),
      });
  }
  return groups.filter((group) => !NOT_A_PLACE[lang].test(text.slice(group.end, group.end + 24)));
}
