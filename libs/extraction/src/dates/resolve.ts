import type { Day, Precision } from '#domain';
import { addDays, dayOf, daysBetween, lastOfMonth, weekdayOf, yearOf } from './calendar.js';
import type { DateExpression, DateParts } from './date-expression.js';

export type Tense = 'past' | 'future' | null;

/** What is known when a date without year, month or name is read. */
export interface DateContext {
  /** The day of the report. */
  reference: Day | null;
  /** The year in the name of the thing the date is about: "2023 Wuzhen Summit". */
  editionYear: number | null;
  /** The year the document speaks of. */
  contextYear: number | null;
  /** The day the text named last. */
  lastDay: Day | null;
  tense: Tense;
}

/** A date with all its parts. Month, quarter and year give their first and last day. */
export interface ResolvedDate {
  from: Day | null;
  to: Day | null;
  precision: Precision;
}

function nearest(days: Day[], reference: Day, tense: Tense): Day | null {
  const fits = (day: Day): boolean => {
    const distance = daysBetween(reference, day);
    if (tense === 'future') return distance >= -20;
    return tense === 'past' ? distance <= 1 : true;
  };
  const pool = days.some(fits) ? days.filter(fits) : days;
  return pool.reduce<Day | null>((best, day) => {
    if (best === null) return day;
    return Math.abs(daysBetween(reference, day)) < Math.abs(daysBetween(reference, best)) ? day : best;
  }, null);
}

function yearFor(month: number, day: number, context: DateContext): number | null {
  if (context.editionYear !== null) return context.editionYear;
  const { reference } = context;
  if (reference === null) return context.contextYear;
  const year = yearOf(reference);
  const days = [year - 1, year, year + 1].flatMap((y) => dayOf(y, month, day) ?? []);
  const best = nearest(days, reference, context.tense);
  return best === null ? null : yearOf(best);
}

const fromMonday = (day: number): number => (day + 6) % 7;

function weekday(wanted: number, context: DateContext, weeks?: number): Day | null {
  if (context.reference === null) return null;
  if (weeks !== undefined) {
    const monday = addDays(context.reference, -fromMonday(weekdayOf(context.reference)));
    return addDays(monday, weeks * 7 + fromMonday(wanted));
  }
  const ahead = (wanted - weekdayOf(context.reference) + 7) % 7;
  if (context.tense !== 'past') return addDays(context.reference, ahead);
  return addDays(context.reference, ahead === 0 ? 0 : ahead - 7);
}

function bareDay(day: number, context: DateContext): Day | null {
  const { reference, lastDay } = context;
  const near = reference ?? lastDay;
  if (near === null) return null;
  const [year, month] = [yearOf(near), Number(near.slice(5, 7))];
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const first = new Date(Date.UTC(year, month - 1 + shift, 1));
    return dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day) ?? [];
  });
  return nearest(candidates, near, context.tense);
}

/** 本月26日: a day of the report's month or one beside it. */
function dayInMonth(months: number, day: number, { reference }: DateContext): Day | null {
  if (reference === null) return null;
  const first = new Date(Date.UTC(yearOf(reference), Number(reference.slice(5, 7)) - 1 + months, 1));
  return dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
}

function statedYear(parts: DateParts, context: DateContext): number | null {
  if (parts.year !== undefined) return parts.year;
  const base = context.reference ? yearOf(context.reference) : context.contextYear;
  return parts.yearOffset !== undefined && base !== null ? base + parts.yearOffset : null;
}

/** "The same day", "a day later": counted from the day that was told last. */
function dayBeside(days: number, { lastDay, reference }: DateContext): Day | null {
  const day = lastDay ?? reference;
  return day && addDays(day, days);
}

/** The days that are told from the day of the report or of another: today, on Friday, the next day. */
function relativeDay(parts: DateParts, context: DateContext): Day | null {
  if (parts.sameDay) return dayBeside(parts.offset ?? 0, context);
  if (parts.offset !== undefined) return context.reference && addDays(context.reference, parts.offset);
  return parts.weekday === undefined ? null : weekday(parts.weekday, context, parts.weekOffset);
}

/** The day a written date means, or null where nothing tells. */
export function dayFrom(parts: DateParts, context: DateContext): Day | null {
  if (parts.sameDay || parts.offset !== undefined || parts.weekday !== undefined)
    return relativeDay(parts, context);
  if (parts.day === undefined) return null;
  if (parts.monthOffset !== undefined) return dayInMonth(parts.monthOffset, parts.day, context);
  if (parts.month === undefined) return bareDay(parts.day, context);
  const year = statedYear(parts, context) ?? yearFor(parts.month, parts.day, context);
  return year === null ? null : dayOf(year, parts.month, parts.day);
}

function monthSpan(parts: DateParts, context: DateContext): [Day, Day] | null {
  if (parts.monthOffset !== undefined) {
    if (context.reference === null) return null;
    const [year, month] = [yearOf(context.reference), Number(context.reference.slice(5, 7))];
    const first = new Date(Date.UTC(year, month - 1 + parts.monthOffset, 1));
    return [first.toISOString().slice(0, 10), lastOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)];
  }
  if (parts.month === undefined) return null;
  const year = statedYear(parts, context) ?? yearFor(parts.month, 15, context);
  const first = year === null ? null : dayOf(year, parts.month, 1);
  return year === null || first === null ? null : [first, lastOfMonth(year, parts.month)];
}

function period(expression: DateExpression, context: DateContext): [Day, Day] | null {
  const parts = expression.from ?? {};
  if (expression.precision === 'month') return monthSpan(parts, context);
  const year = statedYear(parts, context) ?? context.editionYear ?? context.contextYear;
  if (year === null) return null;
  if (expression.precision === 'year') return [`${year}-01-01`, `${year}-12-31`];
  const last = (parts.quarter ?? 1) * 3;
  return [`${year}-${String(last - 2).padStart(2, '0')}-01`, lastOfMonth(year, last)];
}

const fromTo = ({ from, to }: DateExpression): [number, number] | null =>
  from?.weekday === undefined || to?.weekday === undefined ? null : [from.weekday, to.weekday];

/** "From Sunday to Tuesday" on a Monday is this week's: the days around the report. */
function running(expression: DateExpression, context: DateContext): [Day, Day] | null {
  const { reference } = context;
  const named = fromTo(expression);
  if (reference === null || context.tense === 'future' || !named) return null;
  const first = weekday(named[0], { ...context, tense: 'past' });
  const last = first && weekday(named[1], { ...context, reference: first, tense: 'future' });
  return first && last && last >= reference ? [first, last] : null;
}

function days(expression: DateExpression, context: DateContext): [Day | null, Day | null] {
  return running(expression, context) ?? told(expression, context);
}

/** What the end of a range is read from: its beginning. */
function fromThere(from: Day | null, to: DateParts, context: DateContext): DateContext {
  if (from === null || to.monthOffset !== undefined) return context;
  return { ...context, reference: from, tense: 'future', lastDay: from, editionYear: null };
}

function told({ from: first, to: last }: DateExpression, context: DateContext): [Day | null, Day | null] {
  const from = first && dayFrom(first, context);
  if (!last) return [from, null];
  const to = dayFrom(last, fromThere(from, last, context));
  if (!from || !to || to >= from) return [from, to];
  const next = dayOf(yearOf(from) + 1, Number(to.slice(5, 7)), Number(to.slice(8)));
  return [from, last.year === undefined && next && daysBetween(from, next) < 200 ? next : null];
}

/** The full dates of an expression, or null where the text and its context do not give them. */
export function resolveDate(expression: DateExpression, context: DateContext): ResolvedDate | null {
  const [from, to] =
    expression.precision === 'day'
      ? days(expression, context)
      : (period(expression, context) ?? [null, null]);
  return from === null && to === null ? null : { from, to, precision: expression.precision };
}
