import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Scan } from './frame.js';

const ADVERBS =
  /(?:正式|共同|联合|首次|今天|今日|当天|当日|现场|同步|集中|向全球|面向全球|在[^，。]{1,12}|于|还|并|将|也|已|\d+[月日年]|[上下]午|[\s"《])/g;
/** Those who speak for everyone at a meeting of the institution. */
const EVERYONE =
  /专家|代表|嘉宾|各方|大会|峰会|组委会|秘书处|主办方|工作组|委员会|与会|论坛|国家网信办|研究院|中外/;
const WORKS = ['publication', 'award', 'programme_launch', 'partnership'];
const RELATIVE_REACH = 14;

/** 某公司在峰会上发布…: a work without a name of the institution's that someone else brings out. */
export function othersWork(predicate: Predicate, mention: Mention, scan: Scan): boolean {
  if (
    scan.lang !== 'zh' ||
    predicate.thing !== 'after' ||
    mention.event ||
    mention.own ||
    !WORKS.includes(mention.kind)
  )
    return false;
  const { from, words } = subjectOf(scan.piece.text, predicate.start);
  const own = scan.mentions.some(
    (m) => m.start >= from && m.end <= predicate.start && (m.own || m.event !== null),
  );
  return words.length >= 2 && !own && !EVERYONE.test(words);
}

/** The words before a verb in the nearest clause that has any: its subject, or what it shares with the verb before. */
function subjectOf(text: string, verb: number): { from: number; words: string } {
  let end = verb;
  for (let clause = 0; clause < 3 && end > 0; clause++) {
    const from = text.lastIndexOf('，', end - 1) + 1;
    const words = text.slice(from, end).replace(ADVERBS, '');
    if (words.length >= 2) return { from, words };
    end = from - 1;
  }
  return { from: 0, words: '' };
}

/** 即将举行的…: a meeting named in passing; told only where the words give its date. */
export function passingRelative(predicate: Predicate, scan: Scan): boolean {
  const { text } = scan.piece;
  if (scan.lang !== 'zh' || predicate.thing !== 'after') return false;
  if (!text.startsWith('的', predicate.end) && text.charAt(predicate.end - 1) !== '的') return false;
  return !scan.dates.some(
    (d) =>
      d.precision === 'day' &&
      d.end <= predicate.start &&
      predicate.start - d.end <= RELATIVE_REACH &&
      !text.slice(d.end, predicate.start).includes('，'),
  );
}
