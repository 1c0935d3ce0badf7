import { chineseNumber } from './chinese-number.js';
import { withoutOverlaps, type DateExpression, type DateParts } from './date-expression.js';
import { matchesOf } from '../text/matches.js';

/** A year, or the beginning of something that is no part of a longer number. */
const Y = '(?:(?<y>(?:19|20)\\d\\d) ?年|(?<ys>今年|明年|去年|当年)|(?<![\\d月年第.-]|\\d:))';
const M = '(?<m>1[0-2]|0?[1-9]|十[一二]?|(?<![十几数每])[一二三四五六七八九]) ?月(?!来|球|饼|亮|薪|均|租)';
const D = '(?<d>[12]\\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|(?<=月)[一二三四五六七八九]) ?[日号]';
const TO = ' ?(?:至|到|-+|一一) ?';
const BARE = '(?<![\\d月年第.]|\\d:)';
/** 本月6日: a day of this, the next or the last month. */
const SHIFTED = '(?<ms>[本当上下])个?月 ?';
const MONTH_SHIFT: Record<string, number> = { 本: 0, 当: 0, 下: 1, 上: -1 };
const NOT_A_DAY = '(?!本|元|均|常|报|语|益|程|用|期|内|线|馆|厅|楼)';
const TODAY = '(?:今天|今日|今晨|今晚|昨天|昨日|昨晚|前天|明天|明日|后天)?(?:上午|下午|晚间|晚|凌晨)?';

const YEAR_SHIFT: Record<string, number> = { 今年: 0, 明年: 1, 去年: -1 };
const DAY_SHIFT: Record<string, number> = { 今: 0, 昨: -1, 前: -2, 明: 1, 后: 2 };
const WEEK: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 0, 天: 0 };
const WEEK_SHIFT: Record<string, number> = { 上: -1, 本: 0, 这: 0, 下: 1 };
const QUARTER: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

type Groups = Record<string, string | undefined>;
type Built = Pick<DateExpression, 'from' | 'to' | 'precision'>;

const num = (word?: string) => (word ? chineseNumber(word) : undefined);
const yearParts = (y?: string, shift?: string): DateParts => {
  if (y) return { year: num(y) };
  return shift && shift in YEAR_SHIFT ? { yearOffset: YEAR_SHIFT[shift] } : {};
};
const single = (from: DateParts, precision: Built['precision'] = 'day'): Built => ({
  from,
  to: null,
  precision,
});
const start = (g: Groups): DateParts => ({
  ...yearParts(g.y, g.ys),
  ...(g.m ? { month: num(g.m) } : {}),
  ...(g.ms ? { monthOffset: MONTH_SHIFT[g.ms] } : {}),
  ...(g.d ? { day: num(g.d) } : {}),
});

const weekdayIn = (day?: string, week?: string): DateParts => ({
  weekday: WEEK[day ?? ''],
  ...(week ? { weekOffset: WEEK_SHIFT[week] } : {}),
});

function range(g: Groups): Built {
  const from = start(g);
  const year = g.y2 ? { year: num(g.y2) } : yearParts(g.y, g.ys);
  const month = g.m2 ?? g.m;
  const shift = g.ms ? { monthOffset: MONTH_SHIFT[g.ms] } : {};
  return {
    from,
    to: { ...year, ...(month ? { month: num(month) } : {}), ...shift, day: num(g.d2) },
    precision: 'day',
  };
}

/** What a text must hold for a rule to be tried: looking for dates costs more than seeing that there are none. */
type Needs = keyof typeof NEEDED;
const NEEDED = {
  day: /[日号]/,
  range: /\d ?[日号]? ?(?:至|到|-|一一) ?[\d二]/,
  month: /月/,
  near: /[本当上下]个?月/,
  today: /今天|今日|即日|今起/,
  word: /[今昨前明后次翌当同]/,
  week: /周|星期|礼拜/,
  dashed: /\d{4}[-./]\d/,
  quarter: /季度/,
  year: /\d年/,
};

interface Grammar {
  needs: Needs;
  pattern: RegExp;
  build(g: Groups): Built;
}
const rule = (needs: Needs, source: string, build: (g: Groups) => Built): Grammar => ({
  needs,
  pattern: new RegExp(source, 'g'),
  build,
});

const GRAMMAR: Grammar[] = [
  rule(
    'range',
    `(?:${TODAY} ?\\()?${Y}${M} ?(?<d>[12]\\d|3[01]|0?[1-9]) ?[日号]?${TO}(?:(?<y2>20\\d\\d)年)?(?:(?<m2>1[0-2]|0?[1-9])月)?(?<d2>[12]\\d|3[01]|0?[1-9]) ?[日号]`,
    range,
  ),
  rule(
    'near',
    `${SHIFTED}(?<d>[12]\\d|3[01]|0?[1-9]) ?[日号]?${TO}(?<d2>[12]\\d|3[01]|0?[1-9]) ?[日号]`,
    range,
  ),
  rule('near', `${SHIFTED}(?<d>[12]\\d|3[01]|0?[1-9]) ?[日号]`, (g) => single(start(g))),
  rule('range', `${BARE}${D}${TO}(?<d2>[12]\\d|3[01]|0?[1-9]) ?[日号]${NOT_A_DAY}`, range),
  rule('month', `(?:${TODAY} ?\\()?${Y}${M} ?${D}\\)?`, (g) => single(start(g))),
  rule('day', `${TODAY} ?\\(${D}\\)`, (g) => single(start(g))),
  rule(
    'today',
    `(?:从|自)?(?:(?:今天|今日|即日)(?:起|开始)?|今起)${TO}(?:(?<y2>20\\d\\d)年)?(?:(?<m2>1[0-2]|0?[1-9])月)?(?<d2>[12]\\d|3[01]|0?[1-9]) ?[日号]`,
    (g) => ({
      ...range(g),
      from: { offset: 0 },
    }),
  ),
  rule('word', `(?<!(?:直)?到|至|以前)(?<r>[今昨前明后])(?:天|日|晚|晨)(?!报|头条)`, (g) =>
    single({ offset: DAY_SHIFT[g.r ?? ''] }),
  ),
  rule('word', `今明两[天日]`, () => ({ from: { offset: 0 }, to: { offset: 1 }, precision: 'day' })),
  rule('word', `(?:当日|当天|同日|同一天)`, () => single({ sameDay: true })),
  rule('word', `(?<r>次日|翌日|(?:前|后)一[天日])`, (g) =>
    single({ sameDay: true, offset: g.r?.startsWith('前') ? -1 : 1 }),
  ),
  rule(
    'week',
    `(?<k>[上本下这])?个?(?:周|星期)(?<w>[一二三四五六日天])${TO}(?:(?:周|星期)(?<w2>[一二三四五六日天]))`,
    (g) => ({ from: weekdayIn(g.w, g.k), to: weekdayIn(g.w2, g.k), precision: 'day' }),
  ),
  rule('day', `${BARE}${D}${NOT_A_DAY}`, (g) => single(start(g))),
  rule('dashed', `(?<y>(?:19|20)\\d\\d)[-./](?<m>[01]?\\d)[-./](?<d>[0-3]?\\d)(?!\\d)`, (g) =>
    single(start(g)),
  ),
  rule('week', `(?<k>[上本下这])?个?(?:周|星期|礼拜)(?<w>[一二三四五六日天])`, (g) =>
    single(weekdayIn(g.w, g.k)),
  ),
  rule('month', `${Y}(?<!前)${M}(?:份|初|上旬|中旬|下旬|底)?(?!\\d)`, (g) => single(start(g), 'month')),
  rule('near', `(?<ms>[本上下])个?月(?:初|上旬|中旬|下旬|底)?(?! ?\\d)`, (g) =>
    single({ monthOffset: MONTH_SHIFT[g.ms ?? ''] }, 'month'),
  ),
  rule(
    'quarter',
    `(?:(?<y>20\\d\\d)年|(?<ys>今年|明年|去年)|(?<!前[一二三])(?=第))第?(?<q>[一二三四1-4])季度`,
    (g) => single({ ...yearParts(g.y, g.ys), quarter: QUARTER[g.q ?? ''] }, 'quarter'),
  ),
  rule('year', `(?<y>(?:19|20)\\d\\d)年(?!\\d|度)`, (g) => single({ year: num(g.y) }, 'year')),
];

/** All dates of a Chinese text, in its order. */
export function chineseDates(text: string): DateExpression[] {
  if (!/[日号月年天周期晚晨季]|\d{4}[-./]\d/.test(text)) return [];
  const held = new Set((Object.keys(NEEDED) as Needs[]).filter((needs) => NEEDED[needs].test(text)));
  const found = GRAMMAR.filter(({ needs }) => held.has(needs)).flatMap(({ pattern, build }) =>
    matchesOf(text, pattern).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      ...build(match.groups ?? {}),
    })),
  );
  return withoutOverlaps(found);
}
