import { withoutOverlaps, type DateExpression, type DateParts } from './date-expression.js';
import { matchesOf } from '../text/matches.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const QUARTERS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 };

const M =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\\.?';
const D = '(?:[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|,\\d{3}|\\.\\d|:\\d)';
const Y = '(?:19|20)\\d\\d(?!\\d)';
const W = '(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?(?![a-z])\\.?';
const TO = ' ?(?:-{1,2}|to|through|until|till|and) ?';

const monthOf = (word = '') => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 || undefined;
const weekdayOf = (word = '') => WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());
const num = (word?: string) => (word ? Number.parseInt(word, 10) : undefined);
const date = (month?: string, day?: string, year?: string): DateParts => ({
  ...(year ? { year: num(year) } : {}),
  ...(month ? { month: monthOf(month) } : {}),
  ...(day ? { day: num(day) } : {}),
});

type Groups = Record<string, string | undefined>;
type Built = Pick<DateExpression, 'from' | 'to' | 'precision'>;
/** What a text must hold for a rule to be tried: looking for dates costs more than seeing that there are none. */
type Needs = 'month' | 'weekday' | 'year' | 'word' | 'ordinal';
const NEEDED: Record<Needs, RegExp> = {
  month: /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i,
  weekday: /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)/i,
  year: /(?:19|20)\d\d/,
  ordinal: /\bthe \d{1,2}(?:st|nd|rd|th)\b/i,
  word: /\b(?:today|(?:morning|afternoon|evening)|this (?:morning|afternoon|evening)|day (?:earlier|before|later|after)|(?:previous|next|following) day|tonight|yesterday|tomorrow|same day|quarter|(?:this|last|next) month)\b/i,
};

interface Grammar {
  needs: Needs;
  pattern: RegExp;
  build(g: Groups): Built;
}
const rule = (needs: Needs, source: string, build: (g: Groups) => Built): Grammar => ({
  needs,
  pattern: new RegExp(source, 'gi'),
  build,
});
const single = (from: DateParts, precision: Built['precision'] = 'day'): Built => ({
  from,
  to: null,
  precision,
});

const RELATIVE: Record<string, number> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const SHIFT: Record<string, number> = { this: 0, last: -1, next: 1, coming: 1 };

const ofMonth = (day?: string, shift?: string): DateParts => ({
  day: num(day),
  ...(shift ? { monthOffset: SHIFT[shift.toLowerCase()] } : {}),
});

const GRAMMAR: Grammar[] = [
  rule(
    'month',
    `\\b(?<m>${M}) ?(?<d>${D})(?:, ?(?<y>${Y}))?${TO}(?<m2>${M}) ?(?<d2>${D})(?:,? (?<y2>${Y}))?`,
    (g) => ({
      from: date(g.m, g.d, g.y ?? g.y2),
      to: date(g.m2, g.d2, g.y2 ?? g.y),
      precision: 'day',
    }),
  ),
  rule('month', `\\b(?<m>${M}) ?(?<d>${D})${TO}(?<d2>${D})(?:,? ?(?<y>${Y}))?`, (g) => ({
    from: date(g.m, g.d, g.y),
    to: date(g.m, g.d2, g.y),
    precision: 'day',
  })),
  rule('month', `\\b(?<d>${D})${TO}(?<d2>${D}) (?:of )?(?<m>${M})(?:,? (?<y>${Y}))?`, (g) => ({
    from: date(g.m, g.d, g.y),
    to: date(g.m, g.d2, g.y),
    precision: 'day',
  })),
  rule(
    'month',
    `\\bthe (?<d>${D})(?: of)?${TO}(?:the )?(?<d2>${D}) (?:of )?(?<m>${M})(?:,? (?<y>${Y}))?`,
    (g) => ({ from: date(g.m, g.d, g.y), to: date(g.m, g.d2, g.y), precision: 'day' }),
  ),
  rule('month', `\\b(?<d>${D}) (?<m>${M})${TO}(?<d2>${D}) (?<m2>${M})(?:,? (?<y>${Y}))?`, (g) => ({
    from: date(g.m, g.d, g.y),
    to: date(g.m2, g.d2, g.y),
    precision: 'day',
  })),
  rule('month', `\\b(?<m>${M}) ?(?<d>${D})(?:,? (?<y>${Y}))?`, (g) => single(date(g.m, g.d, g.y))),
  rule(
    'ordinal',
    `\\b(?:on|from|until|till|through) the (?<d>[0-3]?\\d)(?:st|nd|rd|th)(?:${TO}(?:the )?(?<d2>[0-3]?\\d)(?:st|nd|rd|th))?(?= of (?<s>this|next|last) month|[,.;]| (?:in|at|and|to)\\b|$)`,
    (g) => ({
      from: ofMonth(g.d, g.s),
      to: g.d2 ? ofMonth(g.d2, g.s) : null,
      precision: 'day',
    }),
  ),
  rule('month', `\\b(?<d>${D}) (?:of )?(?<m>${M})(?:,? (?<y>${Y}))?`, (g) => single(date(g.m, g.d, g.y))),
  rule('year', `\\b(?<y>${Y})[-./](?<mm>[01]?\\d)[-./](?<d>[0-3]?\\d)(?!\\d)`, (g) =>
    single({ year: num(g.y), month: num(g.mm), day: num(g.d) }),
  ),
  rule('month', `\\b(?<m>${M})(?:,| of)? (?<y>${Y})`, (g) => single(date(g.m, undefined, g.y), 'month')),
  rule('month', `\\b(?<m>${M}) (?<shift>this|last|next) year`, (g) =>
    single({ ...date(g.m), yearOffset: SHIFT[(g.shift ?? '').toLowerCase()] }, 'month'),
  ),
  rule('month', `\\b(?:in|since|during|by)(?: early| late| mid| mid-)? ?(?<m>${M})(?! ?\\d)`, (g) =>
    single(date(g.m), 'month'),
  ),
  rule('year', `\\bQ(?<q>[1-4])(?: of)?,? (?<y>${Y})`, (g) =>
    single({ quarter: num(g.q), year: num(g.y) }, 'quarter'),
  ),
  rule(
    'word',
    `\\b(?<q>first|second|third|fourth|final|last) quarter of (?:(?<y>${Y})|(?<shift>this|last|next) year)`,
    (g) =>
      single(
        {
          quarter: QUARTERS[(g.q ?? '').toLowerCase()],
          ...(g.y ? { year: num(g.y) } : { yearOffset: SHIFT[(g.shift ?? '').toLowerCase()] }),
        },
        'quarter',
      ),
  ),
  rule('weekday', `\\b(?<w>${W})${TO}(?<w2>${W})`, (g) => ({
    from: { weekday: weekdayOf(g.w) },
    to: { weekday: weekdayOf(g.w2) },
    precision: 'day',
  })),
  rule(
    'weekday',
    `\\b(?:on |this |last |next |until |till |through )?(?<w>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\\b`,
    (g) => single({ weekday: weekdayOf(g.w) }),
  ),
  rule('word', `\\btoday and tomorrow\\b`, () => ({
    from: { offset: 0 },
    to: { offset: 1 },
    precision: 'day',
  })),
  rule('word', `\\b(?<r>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\\b`, (g) =>
    single({ offset: RELATIVE[(g.r ?? '').toLowerCase()] ?? 0 }),
  ),
  rule(
    'word',
    `\\b(?:a|one|the) day (?<r>earlier|before|later|after)\\b|\\bthe (?<s>previous|next|following) day\\b`,
    (g) => single({ sameDay: true, offset: /earlier|before|previous/i.test(g.r ?? g.s ?? '') ? -1 : 1 }),
  ),
  rule('year', `^(?<y>${Y})(?=:| - )`, (g) => single({ year: num(g.y) }, 'year')),
  rule('word', `\\b(?:later )?in the (?:morning|afternoon|evening)\\b`, () => single({ sameDay: true })),
  rule('word', `\\b(?:on )?(?:the )?same day\\b`, () => single({ sameDay: true })),
  rule('word', `\\b(?<shift>this|last|next) month\\b`, (g) =>
    single({ monthOffset: SHIFT[(g.shift ?? '').toLowerCase()] }, 'month'),
  ),
  rule('year', `\\b(?:in|since|during|mid|mid-|early|late|of) ?(?<y>${Y})(?![-/]\\d| [A-Z])`, (g) =>
    single({ year: num(g.y) }, 'year'),
  ),
];

/** All dates of an English text, in its order. */
export function englishDates(text: string): DateExpression[] {
  const held = new Set((Object.keys(NEEDED) as Needs[]).filter((needs) => NEEDED[needs].test(text)));
  const found = GRAMMAR.filter(({ needs }) => held.has(needs)).flatMap(({ pattern, build }) =>
    matchesOf(text, pattern).map((match) => {
      const lead =
        /^(?:on|from|in|since|during|by|of|and|,|until|till|through|this|last|next)\b ?|^, ?/i.exec(match[0]);
      const built = build(match.groups ?? {});
      const start = match.index + (lead && built.precision === 'day' ? lead[0].length : 0);
      return { start, end: match.index + match[0].length, ...built };
    }),
  );
  return withoutOverlaps(found);
}
