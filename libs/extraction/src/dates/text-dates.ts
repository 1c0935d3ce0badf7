import { languageOf } from '../language/language.js';
import { chineseDates } from './chinese-dates.js';
import type { DateExpression } from './date-expression.js';
import { englishDates } from './english-dates.js';

/** All dates of a stretch of text in whichever of the two languages it is. */
export function datesIn(text: string): DateExpression[] {
  return languageOf(text) === 'zh' ? chineseDates(text) : englishDates(text);
}
